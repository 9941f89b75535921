import { isAnonymousContact } from '../../loyalty';
import type { Sale, StoreConnection } from '../../store';
import { toCustomerContact } from '../../bling';
import type { SaleInput } from '../../workflows';
import { currentInstant } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { recognise } from './recognise';

/** Finds or creates the customer of a sale; an anonymous contact leaves the sale unidentified. Returns ids only. */
export function createIdentifyCustomer(
  deps: ActivityDeps,
): (input: SaleInput) => Promise<{ customerId: string | null }> {
  const { store, bling } = deps;

  async function findCustomer(sale: Sale, connection: StoreConnection, now: Date): Promise<string | null> {
    if (sale.contactId === null || sale.contactId === connection.walkInContactId) return null;
    const account = { connectionId: connection.id, companyId: connection.companyId };
    const found = await bling.getContact(account, sale.contactId);
    if (!found) return null;
    const contact = toCustomerContact(found);
    if (isAnonymousContact(contact)) return null;
    const externalKey = `bling:${connection.id}:${sale.contactId}`;
    return recognise(deps, sale.merchantId, { ...contact, externalKey }, now);
  }

  return async ({ merchantId, saleId, connectionId }) => {
    const sale = await store.sales.get(merchantId, saleId);
    const connection = connectionId === null ? null : await store.connections.get(merchantId, connectionId);
    if (!sale || !connection) throw new Error(`Sale ${saleId} has no source to ask for its customer.`);
    const now = new Date(currentInstant());
    const customerId = await findCustomer(sale, connection, now);
    const taken = customerId !== sale.customerId && sale.programVersion !== null;
    await store.sales.change({
      merchantId,
      id: saleId,
      version: sale.version,
      set: { customerId, identifiedBy: sale.contactId, ...(taken ? { claimedAt: now } : {}) },
      event: {
        at: now,
        event: 'identified',
        text: customerId === null ? 'Venda sem cliente identificado' : 'Cliente identificado',
      },
    });
    return { customerId };
  };
}
