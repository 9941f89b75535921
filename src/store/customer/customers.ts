import { formerPhoneKey, parseEmail, parsePhone } from '../../loyalty';
import type { Mongo } from '../mongo';
import { newerData, rekeyed } from './contact-data';
import type { CustomerContact, ToldBy } from './contact-data';
import { currentCustomers } from './current-customer';
import { customerModel } from './customer-model';
import type { CustomerDoc } from './customer-model';
import { findMatch, identify } from './identify';
import type { Identified } from './identify';
import type { IdentityKeyNames } from './identity-key-names';
import { searchCustomers } from './search';
import type { SearchPage, SearchPlace } from './search';

/** A customer as stored; `id` in place of `_id`. */
export type Customer = Omit<CustomerDoc, '_id' | 'nameWords' | 'phoneEndings'> & { id: string };

/** Some of the customers that a text may mean. */
export interface FoundCustomers {
  /** Each once, as whoever they have turned out to be. */
  customers: Customer[];
  /** After whom the next are; null: there are no others. */
  next: SearchPlace | null;
}

/** By what somebody is written to. */
export type CustomerAddress = { phone: string } | { email: string };

/** Who buys. One person is one customer, whatever the channel. */
export interface Customers {
  /**
   * The customer this contact is, created now if nobody is; the contact's newer data is kept. What follows for other records
   * is left to whoever asks (`recogniseCustomer`).
   */
  identify(merchantId: string, contact: CustomerContact, now: Date, toldBy?: ToldBy): Promise<Identified>;
  /** What `identify` and `setSegments` would come to, without doing them; `customerId` null: a new customer. */
  foresee(
    merchantId: string,
    contact: CustomerContact,
    segments: readonly string[] | null,
  ): Promise<{ customerId: string | null; changes: boolean }>;
  /** Puts the customer into exactly these groups. False for somebody who is not the merchant's customer. */
  setSegments(
    merchantId: string,
    customerId: string,
    segments: readonly string[],
    now: Date,
  ): Promise<boolean>;
  /** The record asked for, also if it was merged away. */
  get(merchantId: string, customerId: string): Promise<Customer | null>;
  /** Whom the customer turned out to be: the record that remains, where this one was merged away. */
  current(merchantId: string, customerId: string): Promise<Customer | null>;
  /** Whom customers turned out to be, by the ids asked for; ids of nobody are left out. */
  some(merchantId: string, customerIds: readonly string[]): Promise<Map<string, Customer>>;
  /** The ids of all records that have this phone, in any spelling, or this e-mail, those that were merged away too. */
  reachedBy(merchantId: string, address: CustomerAddress): Promise<string[]>;
  /**
   * By CPF/CNPJ or id, phone in any spelling, e-mail or the end of a phone; then by whole words of the name; then by the beginning
   * of words: of each way newest data first. Whose data changes while somebody reads on stands at the beginning of their way then;
   * who has several records may be found once by each.
   */
  search(merchantId: string, query: string, page: SearchPage): Promise<FoundCustomers>;
}

export function createCustomers(mongo: Mongo, names: IdentityKeyNames): Customers {
  return {
    identify: (merchantId, contact, now, toldBy) => identify(mongo, names, merchantId, contact, now, toldBy),
    async foresee(merchantId, contact, segments) {
      const decision = await findMatch(mongo, names, merchantId, contact);
      if (!('match' in decision)) return { customerId: null, changes: true };
      const { known } = decision;
      const changes = newerData(known, contact) !== null || (segments !== null && !isIn(known, segments));
      return { customerId: decision.match, changes };
    },
    async setSegments(merchantId, customerId, segments, now) {
      const known = (await currentCustomers(mongo, merchantId, [customerId])).get(customerId);
      if (!known) return false;
      if (!isIn(known, segments))
        await mongo
          .of(customerModel)
          .updateOne({ _id: known._id, merchantId }, { $set: { segments: [...segments], updatedAt: now } });
      return true;
    },
    async get(merchantId, customerId) {
      const doc = await mongo.findOne(customerModel, { _id: customerId, merchantId });
      return doc ? asCustomer(doc) : null;
    },
    async current(merchantId, customerId) {
      const doc = (await currentCustomers(mongo, merchantId, [customerId])).get(customerId);
      return doc ? asCustomer(doc) : null;
    },
    async some(merchantId, customerIds) {
      const current = await currentCustomers(mongo, merchantId, customerIds);
      return new Map([...current].map(([id, doc]) => [id, asCustomer(doc)]));
    },
    async reachedBy(merchantId, address) {
      const filter = addressFilter(address);
      if (filter === null) return [];
      const { where, has } = filter;
      const fields = { phones: 1, emails: 1 } as const;
      const found = await mongo.find(customerModel, { merchantId, ...where }, { fields });
      return found.filter(has).map(({ _id }) => _id);
    },
    async search(merchantId, query, { limit, after }) {
      // One more than is shown says whether there are others.
      const found = await searchCustomers(mongo, merchantId, query, { limit: limit + 1, after });
      const shown = found.slice(0, limit);
      const ids = shown.map(({ id }) => id);
      const current = [...(await currentCustomers(mongo, merchantId, ids)).values()];
      const each = new Map(current.map((doc) => [doc._id, asCustomer(doc)]));
      return { customers: [...each.values()], next: found.length > limit ? shown.at(-1)! : null };
    },
  };
}

/** By what records that have an address are found, and which of those do; null: nobody can have it. */
function addressFilter(
  address: CustomerAddress,
): { where: Record<string, unknown>; has(of: Pick<CustomerDoc, 'phones'>): boolean } | null {
  if ('email' in address) {
    const email = parseEmail(address.email);
    return email === null ? null : { where: { emails: email }, has: () => true };
  }
  const phone = parsePhone(address.phone);
  if (!phone) return null;
  const { key } = phone;
  return {
    // Under its key of earlier versions a mobile is found with the landline of the same digits, which is somebody else's.
    where: { 'phones.key': { $in: [key, formerPhoneKey(phone) ?? key] } },
    has: ({ phones }) => rekeyed(phones).some((one) => one.key === key),
  };
}

function isIn({ segments = [] }: { segments?: string[] }, wanted: readonly string[]): boolean {
  return segments.length === wanted.length && wanted.every((segment) => segments.includes(segment));
}

function asCustomer({ _id, nameWords: _words, phoneEndings: _ends, ...customer }: CustomerDoc): Customer {
  return { id: _id, ...customer, segments: customer.segments ?? [] };
}
