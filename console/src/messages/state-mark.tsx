import type { ReactNode } from 'react';
import { Mark } from '../lists';
import { messages as words } from '../words/pt';
import type { Message } from './message-queries';

/** What has become of a message: in red what did not arrive although it was to, or may not have. */
export function StateMark({ message: { state } }: { message: Pick<Message, 'state'> }): ReactNode {
  const text = words.states[state];
  return state === 'failed' || state === 'unknown' ? <Mark color="red.9">{text}</Mark> : <Mark>{text}</Mark>;
}
