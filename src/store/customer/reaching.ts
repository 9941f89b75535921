import { hasNinthDigit } from '../../loyalty';
import type { CustomerAddress } from './customers';
import type { SuppressionDoc } from './suppression-model';

/** What is known of whether messages reach somebody at an address. */
type Known = Pick<SuppressionDoc, 'failed' | 'reachedAt' | 'ninth'>;

/** So many messages have to fail within so long for a phone, or an e-mail, to count as reaching nobody. */
const MESSAGES = { phone: 2, email: 1 };
const FAILED_WITHIN_MS = 90 * 24 * 3_600_000;

/** Whether nobody is written to at an address: of a phone that has two forms, only once a message has failed in each. */
export function reachesNobody(known: Known, address: CustomerAddress, now: Date): boolean {
  const failed = failedLately(known, now);
  const messages = new Set(failed.map(({ message }) => message)).size;
  if (!('phone' in address)) return messages >= MESSAGES.email;
  const hasForms = hasNinthDigit(address.phone) !== null;
  const bothFailed = new Set(failed.map(({ ninth = true }) => ninth)).size === 2;
  return messages >= MESSAGES.phone && (!hasForms || bothFailed);
}

/**
 * Whether a phone is to be written with its ninth digit: as WhatsApp says that it knows it, and after a failure in that form in the other.
 * Null: it has one form.
 */
export function formToTry(known: Known, address: CustomerAddress, now: Date): boolean | null {
  if (!('phone' in address) || hasNinthDigit(address.phone) === null) return null;
  const { ninth: first = true } = known;
  const failed = new Set(failedLately(known, now).map(({ ninth = true }) => ninth));
  return failed.has(first) && !failed.has(!first) ? !first : first;
}

/** What failed since somebody was there, and not too long ago. */
function failedLately({ failed = [], reachedAt }: Known, now: Date): NonNullable<Known['failed']> {
  const since = reachedAt?.getTime() ?? 0;
  return failed.filter(({ at }) => at.getTime() > since && now.getTime() - at.getTime() < FAILED_WITHIN_MS);
}
