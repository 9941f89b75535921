import type { ReactNode } from 'react';
import { FailureNotice } from '../parts';
import { shell } from '../words/pt';
import { MessagePage } from './message-page';

interface Props {
  error: unknown;
  reset?: () => void;
}

/** Shown where a page failed: why, and a way to try again. */
export function BrokenPage({ error, reset }: Props): ReactNode {
  return (
    <MessagePage title={shell.broken.title} text={shell.broken.text}>
      <FailureNotice failure={error} onRetry={reset} />
    </MessagePage>
  );
}
