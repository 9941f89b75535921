import { isDeepStrictEqual } from 'node:util';
import { addressOf } from './address';
import type { ConsentChannel } from './consent-model';
import type { Consents, OwnWord, Said } from './consents';
import type { CustomerAddress, Customers } from './customers';
import type { Suppressions } from './suppressions';

/** A customer does not want to be written to by a channel, and says so themselves. */
export interface OptOut extends Pick<OwnWord, 'merchantId' | 'customerId' | 'channel' | 'text' | 'source'> {
  /** When they said it; null: just now. */
  at: Date | null;
}

/**
 * Takes a channel back for a customer, for whoever they have turned out to be, for every record that would be written to at the same
 * address, and for the address itself: whoever reads it has said no, and whoever turns out to have it later is not written to.
 */
export async function optOut(
  { customers, consents, suppressions }: OptOutRooms,
  { merchantId, customerId, channel, ...word }: OptOut,
  now: Date,
): Promise<Said> {
  const current = await customers.current(merchantId, customerId);
  const address = current && addressOf(current, channel);
  const others = address ? await writtenToAt(customers, merchantId, address, channel) : [];
  const records = new Set([customerId, ...(current ? [current.id] : []), ...others]);
  const words = [...records].map((id) => ({ ...word, merchantId, customerId: id, channel, given: false }));
  const said = await consents.say(words, now);
  // Told of late, it may have been overtaken by what was agreed to since.
  const told = current && (await consents.of(merchantId, current.id));
  if (address && told?.find((one) => one.channel === channel)?.given === false)
    await suppressions.refuse(merchantId, [address], now);
  return said;
}

/** The rooms that this takes. */
interface OptOutRooms {
  customers: Customers;
  consents: Consents;
  suppressions: Pick<Suppressions, 'refuse'>;
}

/** Others may have it as a second one, and are written to elsewhere. */
async function writtenToAt(
  customers: Customers,
  merchantId: string,
  address: CustomerAddress,
  channel: ConsentChannel,
): Promise<string[]> {
  const having = await customers.reachedBy(merchantId, address);
  const current = await customers.some(merchantId, having);
  return having.filter((id) => {
    const found = current.get(id);
    return found !== undefined && isDeepStrictEqual(addressOf(found, channel), address);
  });
}

/** Somebody does not want to be written to at a phone, whoever they are to whichever merchant. */
export interface PhoneOptOut extends Pick<OptOut, 'text' | 'source' | 'at'> {
  phone: string;
}

/** So many merchants are asked for in one go. */
const AT_ONCE = 100;

/** The rooms that this takes: `merchants` tells who there is, a page at a time. */
interface PhoneRooms extends OptOutRooms {
  merchants: { ids(page: { after: string | null; limit: number }): Promise<string[]> };
}

/** Takes WhatsApp back for every record that has the phone, of every merchant of the installation. */
export async function optOutPhone(
  { customers, consents, suppressions, merchants }: PhoneRooms,
  { phone, ...word }: PhoneOptOut,
  now: Date,
): Promise<Said> {
  const found = await everywhere(merchants, (merchantId) => customers.reachedBy(merchantId, { phone }));
  const words = found.map((one): OwnWord => ({ ...word, ...one, channel: 'whatsapp', given: false }));
  const said = await consents.say(words, now);
  for (const merchantId of new Set(words.map((one) => one.merchantId))) {
    const ids = words.flatMap((one) => (one.merchantId === merchantId ? [one.customerId] : []));
    const told = await Promise.all(ids.map((id) => consents.of(merchantId, id)));
    const isNo = told.some((facts) => facts.find((one) => one.channel === 'whatsapp')?.given === false);
    if (isNo) await suppressions.refuse(merchantId, [{ phone }], now);
  }
  return said;
}

/** Somebody does not want to be written to by WhatsApp, and shows no phone. */
export interface UserOptOut extends Pick<OptOut, 'text' | 'source' | 'at'> {
  /** Who they are to this installation alone. */
  user: string;
}

/** The rooms that this takes: `messages` tells whom messages have reached. */
interface UserRooms extends PhoneRooms {
  messages: { customersOf(merchantId: string, user: string): Promise<string[]> };
}

/** Takes WhatsApp back for every customer, of every merchant of the installation, whose messages have reached a user of WhatsApp. */
export async function optOutUser(rooms: UserRooms, { user, ...word }: UserOptOut, now: Date): Promise<void> {
  const found = await everywhere(rooms.merchants, (merchantId) =>
    rooms.messages.customersOf(merchantId, user),
  );
  for (const one of found) await optOut(rooms, { ...word, ...one, channel: 'whatsapp' }, now);
}

/** Whom each merchant means, of a page of merchants at a time. */
async function everywhere(
  merchants: PhoneRooms['merchants'],
  find: (merchantId: string) => Promise<readonly string[]>,
): Promise<{ merchantId: string; customerId: string }[]> {
  const all: { merchantId: string; customerId: string }[] = [];
  for (let after: string | null = null; ;) {
    const page: string[] = await merchants.ids({ after, limit: AT_ONCE });
    const found = await Promise.all(page.map(find));
    for (const [place, merchantId] of page.entries())
      for (const customerId of found[place]!.toSorted()) all.push({ merchantId, customerId });
    if (page.length < AT_ONCE) return all;
    after = page.at(-1)!;
  }
}
