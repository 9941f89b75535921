import { examineContact, whyNobody } from '../../loyalty';
import type { StoreConnection } from '../../store';
import type { Instant, Sale, StandIns } from '../../loyalty';
import { toCustomerContact } from '../../bling';
import type { SaleInput } from '../../workflows';
import { currentInstant, MissingRecordError } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { askOrPark } from '../sale';
import { recognise } from './recognise';

/** The customer, or why there is none, for the sale's timeline (pt-BR, no personal data). */
interface Found {
  customerId: string | null;
  text: string;
}

function nobody(why: string): Found {
  return { customerId: null, text: `Venda sem cliente identificado: ${why}` };
}

/**
 * Finds or creates the customer of a sale; an anonymous contact leaves the sale unidentified, and one that may not be read parks it.
 * Returns ids only.
 */
export function createIdentifyCustomer(
  deps: ActivityDeps,
): (input: SaleInput) => Promise<{ customerId: string | null }> {
  const { store, bling } = deps;

  async function findCustomer(
    sale: Sale,
    connection: StoreConnection,
    standIns: StandIns,
    now: Instant,
  ): Promise<Found | null> {
    if (sale.source.contactId === null) return nobody('o pedido não tem contato');
    if (sale.source.contactId === connection.walkInContactId)
      return nobody('o contato do pedido é o consumidor final do Bling');
    const account = { connectionId: connection.id, companyId: connection.companyId };
    const { contactId } = sale.source;
    const asked = await askOrPark(deps, sale, connection, 'contact', () =>
      bling.getContact(account, contactId),
    );
    if (!asked) return null;
    const found = asked.answer;
    if (!found) return nobody('o contato do pedido não existe mais no Bling');
    const { contact, unused } = examineContact(toCustomerContact(found), standIns);
    if (contact === null) return nobody(whyNobody(unused));
    const externalKey = `bling:${connection.id}:${sale.source.contactId}`;
    const customerId = await recognise(deps, sale.merchantId, { ...contact, externalKey }, new Date(now));
    return { customerId, text: 'Cliente identificado' };
  }

  return async ({ merchantId, saleId, connectionId }) => {
    const [sale, connection, standIns] = await Promise.all([
      store.sales.get(merchantId, saleId),
      connectionId === null ? null : store.connections.get(merchantId, connectionId),
      store.merchants.standIns(merchantId),
    ]);
    if (!sale || !connection)
      throw new MissingRecordError(`Sale ${saleId} has no source to ask for its customer.`);
    const now = currentInstant();
    const found = await findCustomer(sale, connection, standIns, now);
    if (!found) return { customerId: sale.owner.customerId };
    const { customerId, text } = found;
    const taken = customerId !== sale.owner.customerId && sale.benefit.programVersion !== null;
    await store.sales.change({
      sale,
      patch: {
        ...(sale.source.parked ? { source: { parked: null } } : {}),
        owner: { customerId, identifiedBy: sale.source.contactId, ...(taken ? { claimedAt: now } : {}) },
        benefit: { nextAt: now },
      },
      event: { at: now, event: 'identified', text },
    });
    return { customerId };
  };
}
