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
 * in the store that has those of all companies; null: there is neither.
 */
export async function soldIn(
  shops: Pick<Shops, 'meaningStores'>,
  { merchantId, connectionId }: { merchantId: string; connectionId: string },
  channel: string | null,
): Promise<string | null> {
  if (channel !== null) return channel;
  const names = [noChannelOf(connectionId), NO_CHANNEL];
  const known = await shops.meaningStores(merchantId, names);
  return names.find((name) => known.has(name)) ?? null;
}
