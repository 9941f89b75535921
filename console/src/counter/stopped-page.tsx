import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { FailureNotice } from '../parts';
import { common } from '../words/pt';
import styles from './counter.module.css';
import { PlainPage } from './plain-page';
import { useLeave } from './use-leave';

/** Nobody can work here: why, and the way out. */
export function StoppedPage({ title, text }: { title: string; text: string }): ReactNode {
  const leave = useLeave();
  return (
    <PlainPage title={title}>
      <Text>{text}</Text>
      <FailureNotice failure={leave.failure} />
      <Button
        variant="default"
        className={styles['target']}
        loading={leave.busy}
        onClick={() => void leave.run()}
      >
        {common.signOut}
      </Button>
    </PlainPage>
  );
}
