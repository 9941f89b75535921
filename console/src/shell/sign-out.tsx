import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { ROOT } from '../api';
import { FailureNotice, useAction } from '../parts';
import { signOut } from '../session';
import { common } from '../words/pt';

/** The way out. Where it could not be gone, that is said: somebody who leaves a browser must not believe to have signed out. */
export function SignOut({ size }: { size: 'compact-md' | 'md' }): ReactNode {
  const leave = useAction(async () => {
    await signOut();
    // A new page: nothing of what was seen stays in memory.
    window.location.assign(new URL('entrar', ROOT).href);
  });
  return (
    <>
      <Button variant="default" size={size} loading={leave.busy} onClick={() => void leave.run()}>
        {common.signOut}
      </Button>
      <Modal
        opened={leave.failure !== null}
        onClose={leave.clear}
        title={common.notSignedOut}
        closeButtonProps={{ 'aria-label': common.close }}
      >
        <FailureNotice failure={leave.failure} onRetry={() => void leave.run()} />
      </Modal>
    </>
  );
}
