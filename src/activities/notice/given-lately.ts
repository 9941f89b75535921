import { FOLLOW_UP_KINDS } from '../../loyalty';
import type { Instant, NoticeKind } from '../../loyalty';
import { noticeName } from '../../store';
import type { GivenNotice, MessageIdentity, Store } from '../../store';

/** Messages older than this count to no cap: those of thirty days, begun up to two weeks before they were let go. */
const LOOK_BACK_MS = 45 * 24 * 3_600_000;
const COUNTED: readonly NoticeKind[] = ['expiring', 'expired', 'repurchase', ...FOLLOW_UP_KINDS];

/** The notices that count to the caps and that a customer was given, or is being given just now, but for this one. */
export async function givenLately(
  { messages }: Pick<Store, 'messages'>,
  notice: Omit<MessageIdentity, 'channel'>,
  customerId: string,
  now: Date,
): Promise<GivenNotice[]> {
  const since = new Date(now.getTime() - LOOK_BACK_MS);
  const given = await messages.givenTo(notice.merchantId, customerId, COUNTED, since);
  return given.filter((one) => one.notice !== noticeName(notice));
}

/** When they were, each once by whatever channels. @param underway those count too that are just on their way */
export function given(notices: readonly GivenNotice[], underway: boolean): Instant[] {
  const counted = notices.filter((one) => underway || !one.underway);
  return [...new Map(counted.map(({ notice, at }) => [notice, at])).values()];
}
