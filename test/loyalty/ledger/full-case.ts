import type { LedgerCase } from '../../../src/loyalty/ledger/proof';
import { anAdjustment, aRedemption, aSale, byRule, DAY, HOUR, NOON } from './builders';
import { CustomerLedger } from './customer-ledger';

/** A ledger in which every type of entry was written that operations write. */
export function aFullCase(): LedgerCase {
  const ledger = new CustomerLedger();
  ledger.settle(
    aSale('a', [byRule('r', 100), byRule('p', 9, 'points')], { expiresAt: NOON + 2 * DAY }),
    NOON,
  );
  ledger.reserve(aRedemption('used', 30, { confirm: true }), NOON);
  ledger.reserve(aRedemption('undone', 20, { confirm: true }), NOON);
  ledger.rollback('undone', NOON);
  ledger.reserve(aRedemption('left', 5), NOON);
  ledger.release('left', NOON);
  ledger.reserve(aRedemption('late', 5), NOON);
  ledger.adjust(anAdjustment('less', -3), NOON + HOUR);
  ledger.look(NOON + 20 * DAY);
  ledger.settle(aSale('a', [byRule('r', 0), byRule('p', 9, 'points')]), NOON + 20 * DAY);
  ledger.adjust(anAdjustment('more', 40), NOON + 20 * DAY);
  ledger.settle(aSale('b', 50, { activatesAt: NOON + 99 * DAY }), NOON + 20 * DAY);
  ledger.settle(aSale('b', 44, { activatesAt: NOON + 99 * DAY }), NOON + 20 * DAY);
  ledger.settle(aSale('c', [byRule('r', 12), byRule('p', 7, 'points')]), NOON + 20 * DAY);
  ledger.settle(aSale('c', [byRule('r', 10), byRule('p', 7, 'points')]), NOON + 20 * DAY);
  ledger.reserve(aRedemption('open', 4), NOON + 20 * DAY);
  return structuredClone(ledger.proof());
}
