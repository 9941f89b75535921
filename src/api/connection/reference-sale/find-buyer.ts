import { toCustomerContact } from '../../../bling';
import { parseEmail, parsePhone, examineContact } from '../../../loyalty';
import type { Customer, StoreConnection } from '../../../store';
import type { Sale } from '../../../loyalty';
import type { AppDeps } from '../../http';
import { askBling } from './ask-bling';

/** Whose the sale would be. No name, no document: only whether somebody would be known, and reached. */
export interface Buyer {
  state: 'recognised' | 'new' | 'unidentified';
  customerId: string | null;
  /** The groups they are in now. */
  segments: readonly string[];
  reachable: { whatsapp: boolean; email: boolean };
}

const NOBODY: Buyer = {
  state: 'unidentified',
  customerId: null,
  segments: [],
  reachable: { whatsapp: false, email: false },
};

/** Looks who the order's contact is, as identifying it would, and writes nothing. @throws Problem */
export async function findBuyer(
  { bling, store }: Pick<AppDeps, 'bling' | 'store'>,
  { id: connectionId, companyId, merchantId, walkInContactId }: StoreConnection,
  contactId: string | null,
  known: Sale | null,
): Promise<Buyer> {
  // Somebody who has claimed the sale keeps it while the order names the same contact.
  if (known && known.owner.customerId !== null && known.source.contactId === contactId)
    return customerKnown(
      await store.customers.get(merchantId, known.owner.customerId),
      known.owner.customerId,
    );
  if (contactId === null || contactId === walkInContactId) return NOBODY;
  const found = await askBling(() => bling.getContact({ connectionId, companyId }, contactId));
  const standIns = await store.merchants.standIns(merchantId);
  const contact = found && examineContact(toCustomerContact(found), standIns).contact;
  if (!contact) return NOBODY;
  const externalKey = `bling:${connectionId}:${contactId}`;
  const { customerId } = await store.customers.foresee(merchantId, { ...contact, externalKey }, null);
  const reachable = {
    whatsapp: contact.phones.some((phone) => parsePhone(phone)?.mobile),
    email: contact.emails.some((email) => parseEmail(email) !== null),
  };
  if (customerId === null) return { state: 'new', customerId: null, segments: [], reachable };
  const buyer = customerKnown(await store.customers.get(merchantId, customerId), customerId);
  return {
    ...buyer,
    reachable: {
      whatsapp: reachable.whatsapp || buyer.reachable.whatsapp,
      email: reachable.email || buyer.reachable.email,
    },
  };
}

function customerKnown(customer: Customer | null, customerId: string): Buyer {
  const { phones = [], emails = [], segments = [] } = customer ?? {};
  return {
    state: 'recognised',
    customerId,
    segments,
    reachable: { whatsapp: phones.some(({ mobile }) => mobile), email: emails.length > 0 },
  };
}
