import type { Shops } from './shops';

/**
 * What Bling says in the place of the channel of an order that has none: it was typed by hand, or imported. A store that has it among its
 * channels has those sales.
 */
export const NO_CHANNEL = '0';

/** The same of the orders of one company alone: each company of a merchant may be another store. */
export function noChannelOf(connectionId: string): string {
  return `${NO_CHANNEL}@${connectionId}`;
}

/** Whether it stands for orders without a channel, of all companies or of one. */
export function isNoChannel(said: string): boolean {
  return said === NO_CHANNEL || said.startsWith(noChannelOf(''));
}

/**
 * Where an order or an NFC-e was sold, as its sale is to say it: in its channel; without one in the store that has those of its company, else
 * in the store that has those of all companies; null: there is neither. Of a store that has both it says those of all: the rules that name
 * the store by them go on to hold where it has those of the company as well.
 */
export async function soldIn(
  shops: Pick<Shops, 'meaningStores'>,
  { merchantId, connectionId }: { merchantId: string; connectionId: string },
  channel: string | null,
): Promise<string | null> {
  if (channel !== null) return channel;
  const own = noChannelOf(connectionId);
  const stores = await shops.meaningStores(merchantId, [own, NO_CHANNEL]);
  const [ofCompany, ofAll] = [stores.get(own), stores.get(NO_CHANNEL)];
  if (ofCompany !== undefined && ofCompany !== ofAll) return own;
  return ofAll === undefined ? null : NO_CHANNEL;
}
