import { examineContact } from '../../loyalty';
import type { StoreConnection } from '../../store';
import type { Instant, Sale } from '../../loyalty';
import { toCustomerContact } from '../../bling';
import type { SaleInput } from '../../workflows';
import { currentInstant, MissingRecordError } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { recognise } from './recognise';

/** Finds or creates the customer of a sale; an anonymous contact leaves the sale unidentified. Returns ids only. */
export function createIdentifyCustomer(
  deps: ActivityDeps,
): (input: SaleInput) => Promise<{ customerId: string | null }> {
  const { store, bling } = deps;

  async function findCustomer(sale: Sale, connection: StoreConnection, now: Instant): Promise<string | null> {
    if (sale.source.contactId === null || sale.source.contactId === connection.walkInContactId) return null;
    const account = { connectionId: connection.id, companyId: connection.companyId };
    const found = await bling.getContact(account, sale.source.contactId);
    if (!found) return null;
    const standIns = await store.merchants.standIns(sale.merchantId);
    const { contact } = examineContact(toCustomerContact(found), standIns);
    if (contact === null) return null;
    const externalKey = `bling:${connection.id}:${sale.source.contactId}`;
    return recognise(deps, sale.merchantId, { ...contact, externalKey }, new Date(now));
  }

  return async ({ merchantId, saleId, connectionId }) => {
    const sale = await store.sales.get(merchantId, saleId);
    const connection = connectionId === null ? null : await store.connections.get(merchantId, connectionId);
    if (!sale || !connection)
      throw new MissingRecordError(`Sale ${saleId} has no source to ask for its customer.`);
    const now = currentInstant();
    const customerId = await findCustomer(sale, connection, now);
    const taken = customerId !== sale.owner.customerId && sale.benefit.programVersion !== null;
    await store.sales.change({
      merchantId,
      id: saleId,
      version: sale.version,
      patch: {
        owner: { customerId, identifiedBy: sale.source.contactId, ...(taken ? { claimedAt: now } : {}) },
      },
      event: {
        at: now,
        event: 'identified',
        text: customerId === null ? 'Venda sem cliente identificado' : 'Cliente identificado',
      },
    });
    return { customerId };
  };
}
