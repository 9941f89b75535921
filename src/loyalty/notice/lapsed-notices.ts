import type { Instant } from '../basis';
import type { Sale } from '../sale';
import type { DueNotice } from './due-notice';

/** What has waited and lost its reason meanwhile: it is put down as not sent, at once. */
export function lapsedNotices(
  { owner, notices: { silent, given, postponed } }: Pick<Sale, 'owner' | 'notices'>,
  due: readonly DueNotice[],
  now: Instant,
): DueNotice[] {
  if (silent || owner.customerId === null) return [];
  return postponed
    .filter(({ key, untold }) => untold === true && !given.includes(key))
    .filter(({ key }) => !due.some((notice) => notice.key === key))
    .map(({ key }) => ({ key, at: now }));
}
