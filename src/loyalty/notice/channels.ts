import type { Program } from '../program';
import type { NoticeKind } from './notice-key';

/** A way to reach a customer. */
export type NoticeChannel = NonNullable<Program['messages']['earned']>['channels'][number];

/**
 * The channels a notice goes out on. One about something taken back goes where the one about earning went, unless the
 * program says otherwise. None where the program does not want the notice.
 */
export function noticeChannels(
  kind: NoticeKind,
  { messages }: Pick<Program, 'messages'>,
): readonly NoticeChannel[] {
  const asked = kind === 'returned' ? (messages.returned ?? messages.earned) : messages[kind];
  return asked?.channels ?? [];
}
