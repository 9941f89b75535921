import type { Config } from '../config';
import type { Sale } from '../store';
import type { SaleInput } from '../workflows';

/** What the run of a stored sale is told, whoever starts it. */
export function saleInputOf(sale: Sale, config: Pick<Config, 'saleSettleMs'>): SaleInput {
  const { merchantId, id: saleId, channel, externalId, connectionId } = sale;
  return { merchantId, saleId, channel, externalId, connectionId, settleMs: config.saleSettleMs };
}
