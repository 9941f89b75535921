import type { CustomerContact } from '../../store';
import type { ActivityDeps } from '../runtime';
import { wakeSale } from '../../runs';

/** Sales whose runs wait for something; others have nothing to show. */
const AWAKE: string[] = ['pending', 'active'];

/**
 * The customer a contact is. Where that has made two records one, the sales that changed hands look again; a repetition
 * tells those that a crash has left untold.
 */
export async function recognise(
  deps: ActivityDeps,
  merchantId: string,
  contact: CustomerContact,
  now: Date,
): Promise<string> {
  const { customers, merges, sales } = deps.store;
  const { customerId } = await customers.identify(merchantId, contact, now);
  for (const { id, saleIds } of await merges.toWake(merchantId, customerId)) {
    for (const saleId of saleIds) {
      const sale = await sales.get(merchantId, saleId);
      if (sale && AWAKE.includes(sale.benefit.status)) await wakeSale(deps, sale, id);
    }
    await merges.woken(merchantId, id);
  }
  return customerId;
}
