/** Stands for the sales that name no store. */
export const NO_STORE = 'none';

/** What stands for the orders of Bling without a channel, as stores and sales have it. */
const NO_CHANNEL = '0';

/**
 * Whether it stands for orders without a channel.
 * @returns of which connection's company alone; null: of any. undefined: it is something else
 */
export function noChannelOf(said: string): string | null | undefined {
  if (said === NO_CHANNEL) return null;
  return said.startsWith(`${NO_CHANNEL}@`) ? said.slice(NO_CHANNEL.length + 1) : undefined;
}
