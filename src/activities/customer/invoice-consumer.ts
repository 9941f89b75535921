import { toCustomerContact } from '../../bling';
import type { BlingInvoice, CustomerContact, InvoiceConsumer } from '../../bling';
import { consumerInvoiceOf, examineContact, parseDocument } from '../../loyalty';
import type { Sale, StandIns } from '../../loyalty';
import type { StoreConnection } from '../../store';
import type { ActivityDeps } from '../runtime';
import { askOrPark } from '../sale';

/** Whom an NFC-e names by a CPF or CNPJ of its own. `isContact`: its contact in Bling is registered under the same. */
export interface NamedConsumer {
  contact: CustomerContact;
  isContact: boolean;
}

/**
 * Asks an NFC-e whom it names by a document: that is who bought, whatever contact stands beside it, which at a till is the walk-in one as a
 * rule. `named` null: nobody, or the sale is an order. Null: it may not be read, and the sale is parked.
 * @param registered its contact as Bling has it; null: none, or the walk-in one
 * @param read the NFC-e as it has just been read; null: it has to be asked for
 */
export async function askConsumer(
  deps: ActivityDeps,
  sale: Sale,
  connection: StoreConnection,
  registered: CustomerContact | null,
  standIns: StandIns,
  read: BlingInvoice | null,
): Promise<{ named: NamedConsumer | null } | null> {
  const invoiceId = consumerInvoiceOf(sale.source);
  if (invoiceId === null) return { named: null };
  if (read) return { named: namedBy(read.consumer, registered, standIns) };
  const account = { connectionId: connection.id, companyId: connection.companyId };
  const asked = await askOrPark(deps, sale, connection, 'invoice', () =>
    deps.bling.getInvoice(account, invoiceId),
  );
  return asked && { named: namedBy(asked.answer?.consumer ?? null, registered, standIns) };
}

function namedBy(
  consumer: InvoiceConsumer | null,
  registered: CustomerContact | null,
  standIns: StandIns,
): NamedConsumer | null {
  const { contact } = consumer ? examineContact(asContact(consumer), standIns) : { contact: null };
  const own = parseDocument(contact?.document ?? '');
  if (!contact || !own) return null;
  const theirs = registered && parseDocument(registered.document ?? '');
  if (!theirs) return { contact, isContact: false };
  if (theirs.value === own.value)
    return { contact: examineContact(registered, standIns).contact ?? contact, isContact: true };
  return { contact: withoutTheirs(contact, registered), isContact: false };
}

function asContact({ name, document, phone, email }: InvoiceConsumer): CustomerContact {
  const type = null;
  const typed = { ...{ id: '', name, document, email, type }, landline: phone, mobile: null };
  return toCustomerContact({ ...typed, situation: null, birthDate: null });
}

/** An NFC-e copies its contact's data: under another document they are not who bought. */
function withoutTheirs(contact: CustomerContact, theirs: CustomerContact): CustomerContact {
  return {
    ...contact,
    name: contact.name === theirs.name ? null : contact.name,
    phones: contact.phones.filter((phone) => !theirs.phones.includes(phone)),
    emails: contact.emails.filter((email) => !theirs.emails.includes(email)),
  };
}
