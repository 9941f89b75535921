import type { Shops } from './shops';

/**
 * What Bling says in the place of the channel of an order that has none: it was typed by hand, or imported. A store that has it among its
 * channels has those sales.
 */
export const NO_CHANNEL = '0';

/** Where an order or an NFC-e was sold, as its sale is to say it: in its channel; without one in the store that has those, if there is one. */
export async function soldIn(
  shops: Pick<Shops, 'meant'>,
  merchantId: string,
  channel: string | null,
): Promise<string | null> {
  if (channel !== null) return channel;
  return (await shops.meant(merchantId, NO_CHANNEL)) ? NO_CHANNEL : null;
}
