import { bringUpToDate, runAwaiting, saleRecord } from '../../loyalty';
import type { MovedBy } from '../../loyalty';
import { salesSettled } from '../../metrics';
import type { ToldUse } from '../../store';
import type { SaleInput } from '../../workflows';
import { matchSources } from '../purchase';
import { currentInstant, MissingRecordError } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { aroundStoredSale } from './around-stored-sale';
import type { SaleOutcome } from './sale-outcome';

/** Brings a sale's benefit up to date. @param by who has just changed the sale by a call; absent: nobody */
type SettleBenefit = (input: SaleInput, by?: MovedBy) => Promise<SaleOutcome>;

/**
 * Brings what the sale has given up to date with what it now is, over the stored ledgers: grants, supplements, takes back,
 * refunds. Doing it again changes nothing.
 */
export function createSettleBenefit(deps: ActivityDeps): SettleBenefit {
  const { store, log } = deps;
  return async ({ merchantId, saleId }, by) => {
    const now = currentInstant();
    const stored = await store.sales.get(merchantId, saleId);
    if (!stored) throw new MissingRecordError(`Sale ${saleId} of merchant ${merchantId} does not exist.`);
    const matched = await matchSources(deps, stored, now);
    const told: ToldUse[] = [];
    const around = await aroundStoredSale(deps, matched, now, told);
    const record = { ...saleRecord(matched.sale), ...(by ? { by } : {}) };
    const outcome = await runAwaiting(bringUpToDate(record, around));
    await store.redemptions.woken(merchantId, told);
    log.info(
      { merchantId, saleId, status: outcome.status, benefitCents: outcome.benefitCents },
      'sale settled',
    );
    salesSettled.inc({ status: outcome.status });
    return outcome;
  };
}
