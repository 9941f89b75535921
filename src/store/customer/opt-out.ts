import type { ConsentChannel } from './consent-model';
import type { Consents, OwnWord, Said } from './consents';
import type { Customer, CustomerAddress, Customers } from './customers';

/** A customer does not want to be written to by a channel, and says so themselves. */
export interface OptOut extends Pick<OwnWord, 'merchantId' | 'customerId' | 'channel' | 'text' | 'source'> {
  /** When they said it; null: just now. */
  at: Date | null;
}

/**
 * Takes a channel back for a customer, for whoever they have turned out to be, and for every record that would be written to at the
 * same address: whoever reads it has said no.
 */
export async function optOut(
  { customers, consents }: { customers: Customers; consents: Consents },
  { merchantId, customerId, channel, ...word }: OptOut,
  now: Date,
): Promise<Said> {
  const current = await customers.current(merchantId, customerId);
  const address = current && addressOf(current, channel);
  const others = address ? await customers.reachedBy(merchantId, address) : [];
  const records = new Set([customerId, ...(current ? [current.id] : []), ...others]);
  const words = [...records].map((id) => ({ ...word, merchantId, customerId: id, channel, given: false }));
  return consents.say(words, now);
}

/** Somebody does not want to be written to at a phone, whoever they are to whichever merchant. */
export interface PhoneOptOut extends Pick<OptOut, 'text' | 'source' | 'at'> {
  phone: string;
}

/** So many merchants are asked for in one go. */
const AT_ONCE = 100;

/** The rooms that this takes: `merchants` tells who there is, a page at a time. */
interface PhoneRooms {
  customers: Customers;
  consents: Consents;
  merchants: { ids(page: { after: string | null; limit: number }): Promise<string[]> };
}

/** Takes WhatsApp back for every record that has the phone, of every merchant of the installation. */
export async function optOutPhone(
  { customers, consents, merchants }: PhoneRooms,
  { phone, ...word }: PhoneOptOut,
  now: Date,
): Promise<Said> {
  const words: OwnWord[] = [];
  for (let after: string | null = null; ;) {
    const page: string[] = await merchants.ids({ after, limit: AT_ONCE });
    const found = await Promise.all(page.map((merchantId) => customers.reachedBy(merchantId, { phone })));
    for (const [place, merchantId] of page.entries())
      for (const customerId of found[place]!.toSorted())
        words.push({ ...word, merchantId, customerId, channel: 'whatsapp', given: false });
    if (page.length < AT_ONCE) break;
    after = page.at(-1)!;
  }
  return consents.say(words, now);
}

/** Where a customer is written to by a channel; null: nowhere. */
export function addressOf(
  { phones, emails }: Pick<Customer, 'phones' | 'emails'>,
  channel: ConsentChannel,
): CustomerAddress | null {
  const phone = phones.find(({ mobile }) => mobile)?.e164;
  const [email] = emails;
  if (channel === 'whatsapp') return phone === undefined ? null : { phone };
  return email === undefined ? null : { email };
}
