import { buyerToldBy, examineContact, whyNobody } from '../../loyalty';
import type { StoreConnection } from '../../store';
import type { Instant, Sale, StandIns } from '../../loyalty';
import { toCustomerContact } from '../../bling';
import type { BlingInvoice, CustomerContact } from '../../bling';
import type { SaleInput } from '../../workflows';
import { currentInstant, MissingRecordError } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { askOrPark } from '../sale';
import type { Identify } from '../sale';
import { askConsumer } from './invoice-consumer';
import { recognise } from './recognise';

/** The customer, or why there is none, for the sale's timeline (pt-BR, no personal data). */
interface Found {
  customerId: string | null;
  text: string;
}

const STAYS = 'O contato não identifica ninguém: a venda continua com o cliente que tem';

function nobody(why: string): Found {
  return { customerId: null, text: `Venda sem cliente identificado: ${why}` };
}

/**
 * Finds or creates the customer of a sale, as it was read last: by the document that an NFC-e names, else by the contact. An anonymous one
 * leaves the sale unidentified, and one that may not be read parks it. Returns ids only.
 */
export function createIdentify(
  deps: ActivityDeps,
): (...asked: Parameters<Identify>) => Promise<{ customerId: string | null }> {
  const { store, bling } = deps;

  /** The contact that a sale is of; `registered` null: none, the walk-in one, or it is not there any more. Null: it may not be read. */
  async function askContact(
    sale: Sale,
    connection: StoreConnection,
  ): Promise<{ registered: CustomerContact | null; why: string } | null> {
    const { contactId } = sale.source;
    if (contactId === null) return { registered: null, why: 'o pedido não tem contato' };
    if (contactId === connection.walkInContactId)
      return { registered: null, why: 'o contato do pedido é o consumidor final do Bling' };
    const account = { connectionId: connection.id, companyId: connection.companyId };
    const asked = await askOrPark(deps, sale, connection, 'contact', () =>
      bling.getContact(account, contactId),
    );
    if (!asked) return null;
    const registered = asked.answer && toCustomerContact(asked.answer);
    return { registered, why: 'o contato do pedido não existe mais no Bling' };
  }

  async function findCustomer(
    sale: Sale,
    connection: StoreConnection,
    standIns: StandIns,
    invoice: BlingInvoice | null,
    now: Instant,
  ): Promise<Found | null> {
    const contact = await askContact(sale, connection);
    const consumer =
      contact && (await askConsumer(deps, sale, connection, contact.registered, standIns, invoice));
    if (!contact || !consumer) return null;
    const { registered, why } = contact;
    const { named } = consumer;
    if (!named && !registered) return nobody(why);
    const examined = named ? { contact: named.contact, unused: [] } : examineContact(registered!, standIns);
    if (examined.contact === null) return nobody(whyNobody(examined.unused));
    const isContact = named?.isContact ?? true;
    const externalKey = isContact ? `bling:${connection.id}:${sale.source.contactId}` : null;
    const told = { ...examined.contact, externalKey };
    const customerId = await recognise(deps, sale.merchantId, told, new Date(now));
    return { customerId, text: 'Cliente identificado' };
  }

  return async (sale, connection, invoice) => {
    const standIns = await store.merchants.standIns(sale.merchantId);
    const now = currentInstant();
    const found = await findCustomer(sale, connection, standIns, invoice, now);
    const { owner, benefit } = sale;
    if (!found) return { customerId: owner.customerId };
    const isClaimed = owner.claimCall !== null && owner.customerId !== null;
    const stays = found.customerId === null && (isClaimed || (await isToldElsewhere(deps, sale)));
    const customerId = stays ? owner.customerId : found.customerId;
    const moves = customerId !== owner.customerId;
    await store.sales.change({
      sale,
      patch: {
        ...(sale.source.parked ? { source: { parked: null } } : {}),
        owner: {
          ...{ customerId, identifiedBy: buyerToldBy(sale.source) },
          ...(moves && benefit.programVersion !== null ? { claimedAt: now } : {}),
          ...(moves && isClaimed ? { claimCall: null, claimRequest: null } : {}),
        },
        benefit: { nextAt: now },
      },
      event: { at: now, event: 'identified', text: stays ? STAYS : found.text },
    });
    return { customerId };
  };
}

/**
 * Whether another source tells that the sale is of whom it has. A contact that is nobody says nothing against that, nor against whoever has
 * claimed it; one that is somebody else takes it over.
 */
async function isToldElsewhere(
  { store }: ActivityDeps,
  { merchantId, owner, purchase }: Sale,
): Promise<boolean> {
  if (owner.customerId === null) return false;
  const others = await Promise.all(
    purchase.tellings.map(({ saleId }) => store.sales.get(merchantId, saleId)),
  );
  return others.some((other) => other?.owner.customerId === owner.customerId);
}

/** The same as a step of its own, for a sale whose contact was not told when its order was read. */
export function createIdentifyCustomer(
  { store }: ActivityDeps,
  identify: ReturnType<typeof createIdentify>,
): (input: SaleInput) => Promise<{ customerId: string | null }> {
  return async ({ merchantId, saleId, connectionId }) => {
    const [sale, connection] = await Promise.all([
      store.sales.get(merchantId, saleId),
      connectionId === null ? null : store.connections.get(merchantId, connectionId),
    ]);
    if (!sale || !connection)
      throw new MissingRecordError(`Sale ${saleId} has no source to ask for its customer.`);
    // Nobody is asked meanwhile; the comparison with which it goes on has the sale read again.
    if (connection.held) return { customerId: sale.owner.customerId };
    return identify(sale, connection, null);
  };
}
