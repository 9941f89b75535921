import { purchaseIds, purchaseRefs } from '../../loyalty';
import type { Grant, Redemption, Sale } from '../../loyalty';
import { programByNow } from '../../store';
import type { ProgramVersion, Store } from '../../store';
import { readBeside } from './beside-sale';
import type { BesideSale } from './beside-sale';

/** What lies around a sale that may move by what is done about the sale. A use of the sale's store calls that as the sale does. */
export interface Surroundings {
  /** Redemptions of any customer that are kept with the sale. */
  redemptions: readonly Redemption[];
  /** Live redemptions that give one of its names, and are not kept with any sale. */
  looseUses: readonly Redemption[];
  /** What the sale has given anybody. */
  grants: readonly Grant[];
}

/** A sale's surroundings as they were found, and what else its benefit depends on. */
interface FirstLook extends Surroundings {
  version: ProgramVersion | null;
  /** The groups its customer is in. */
  segments: readonly string[];
  beside: BesideSale;
}

/** Each by itself. */
type Looks = { [Of in keyof Surroundings]: () => Promise<Surroundings[Of]> };

/** How each of a sale's surroundings is looked at. */
export function looksAround(store: Store, sale: Sale): Looks {
  const { merchantId, id } = sale;
  const { redemptions } = store;
  const asItCalls = async (uses: Promise<Redemption[]>): Promise<Redemption[]> =>
    redemptions.asSaleCalls(merchantId, sale.content.storeId, await uses);
  return {
    redemptions: () => asItCalls(redemptions.ofSale(merchantId, purchaseIds(sale))),
    looseUses: () => asItCalls(redemptions.loose(merchantId, purchaseRefs(sale))),
    grants: () => store.ledger.grantsOfSale(merchantId, id),
  };
}

/** All of it in one go: most sales need most of it, and one read by itself costs about as much as all of them. */
export async function lookAround(store: Store, sale: Sale): Promise<FirstLook> {
  const looks = looksAround(store, sale);
  // What was never calculated has given nothing.
  const calculated = sale.benefit.programVersion !== null;
  const [version, beside, segments, redemptions, looseUses, grants] = await Promise.all([
    versionFor(store, sale),
    readBeside(store, sale),
    segmentsOf(store, sale),
    looks.redemptions(),
    looks.looseUses(),
    calculated ? looks.grants() : [],
  ]);
  return { version, beside, segments, redemptions, looseUses, grants };
}

/** By which it is paid. */
async function versionFor(
  { programs }: Store,
  { merchantId, benefit: { programVersion } }: Sale,
): Promise<ProgramVersion | null> {
  const found = await (programVersion === null
    ? programs.current(merchantId)
    : programs.version(merchantId, programVersion));
  return found && { ...found, program: programByNow(found) };
}

async function segmentsOf(store: Store, { merchantId, owner: { customerId } }: Sale): Promise<string[]> {
  const customer = customerId === null ? null : await store.customers.get(merchantId, customerId);
  return customer?.segments ?? [];
}
