import type { Instant } from '../basis';
import type { Program } from '../program';
import type { Sale, SaleHoldings } from '../sale';
import { amountsNotices } from './amounts-notices';
import { benefitNotices } from './benefit-notices';
import type { DueNotice } from './due-notice';

/**
 * Every notice about this sale that its owner has not been given, due now or later; none about a silent sale or one that
 * nobody owns. What failed for a passing reason is due when it is to be tried again.
 * @param sale its benefit's state up to date
 * @param holdings of the owner's wallet, as the clock has it
 * @param program the version that pays the sale
 */
export function dueNotices(sale: Sale, holdings: SaleHoldings, program: Program, now: Instant): DueNotice[] {
  const { silent, given, postponed } = sale.notices;
  if (silent || sale.owner.customerId === null) return [];
  const until = new Map(postponed.map(({ key, at }) => [key, at]));
  return [...amountsNotices(sale, holdings, program, now), ...benefitNotices(sale, holdings, program, now)]
    .filter(({ key }) => !given.includes(key))
    .map((notice) => {
      const again = until.get(notice.key);
      return again === undefined || again <= notice.at ? notice : { key: notice.key, at: again };
    });
}
