import { addressOf } from './address';
import type { Consents, OwnWord, Said } from './consents';
import type { Customers } from './customers';
import type { Suppressions } from './suppressions';

/** A customer wants to be written to by a channel again, and says so themselves, just now. */
export type OptIn = Pick<OwnWord, 'merchantId' | 'customerId' | 'channel' | 'text' | 'source'>;

const NOTHING: Said = { added: [], first: false };

/**
 * Agrees for whoever the customer has turned out to be, and for the address they are written to at, where somebody had said no or no
 * message arrived. Others who have said no keep their word, and so does a list of whom never to write to.
 */
export async function optIn(
  { customers, consents, suppressions }: OptInRooms,
  { merchantId, customerId, channel, text, source }: OptIn,
  now: Date,
): Promise<Said> {
  const current = await customers.current(merchantId, customerId);
  if (!current) return NOTHING;
  const word = { merchantId, customerId: current.id, channel, text, source, given: true, at: null };
  const said = await consents.say([word], now);
  const address = addressOf(current, channel);
  if (address) {
    await suppressions.agree(merchantId, [address]);
    await suppressions.reached(merchantId, [{ address, at: now }]);
  }
  return said;
}

/** The rooms that this takes. */
interface OptInRooms {
  customers: Pick<Customers, 'current'>;
  consents: Pick<Consents, 'say'>;
  suppressions: Pick<Suppressions, 'agree' | 'reached'>;
}
