import { mostReturnableCents, Refusal } from '../../basis';
import type { SaleContent } from '../../basis';
import type { SaleRecord } from '../../entitlement';
import type { HistorySale } from './event-schema';
import { lookAgain } from './look-again';
import type { World, WorldSale } from './world';

/** A new sale, or what a known one has become. */
export function complete(world: World, sale: HistorySale, segments: readonly string[]): WorldSale {
  const known = world.sales.get(sale.id);
  const named = sale.customerId;
  const kept: WorldSale = {
    record: recordOf(world, sale, known),
    named,
    undone: known?.undone ?? [],
  };
  world.keepSale(kept);
  lookAgain(world, kept, segments);
  return kept;
}

/** The sale is cancelled, or no longer completed. */
export function withdraw(world: World, saleId: string, standing: 'cancelled' | 'open'): WorldSale {
  const sale = saleIn(world, saleId);
  sale.record.standing = standing;
  lookAgain(world, sale, []);
  return sale;
}

/** Goods worth `amountCents` come back (R21). */
export function returnGoods(world: World, saleId: string, amountCents: number): WorldSale {
  const sale = saleIn(world, saleId);
  const { record } = sale;
  const returnedCents = record.returnedCents + amountCents;
  if (record.standing !== 'completed') throw new Refusal('invalid_request', { state: record.standing });
  const most = mostReturnableCents(record);
  if (returnedCents > most)
    throw new Refusal('invalid_request', { returnableCents: most - record.returnedCents });
  record.returnedCents = returnedCents;
  lookAgain(world, sale, []);
  return sale;
}

/** A customer takes over a sale that had none (R28). */
export function claim(
  world: World,
  saleId: string,
  customerId: string,
  segments: readonly string[],
): WorldSale {
  const sale = saleIn(world, saleId);
  if (sale.record.customerId !== null) throw new Refusal('invalid_request', { saleId });
  sale.record.customerId = customerId;
  sale.record.claimedAt = world.now;
  world.keepSale(sale);
  lookAgain(world, sale, segments);
  return sale;
}

function recordOf(world: World, sale: HistorySale, known: WorldSale | undefined): SaleRecord {
  const { id, channel, soldAt, totalCents, freightCents, otherExpensesCents, discountCents, items } = sale;
  const before = known?.record ?? newRecord(world, sale.timezone);
  const customerId = known?.named === sale.customerId ? before.customerId : sale.customerId;
  const taken = customerId !== null && customerId !== before.customerId && before.programVersion !== null;
  return {
    ...before,
    ...{ id, channel, soldAt, totalCents, freightCents, otherExpensesCents, discountCents, items },
    ids: [id],
    refs: [id, sale.externalId, sale.number].filter((ref) => ref !== null && ref !== undefined),
    storeId: sale.storeId ?? null,
    standing: 'completed',
    customerId,
    claimedAt: taken ? world.now : before.claimedAt,
  };
}

/** What nobody has looked at yet. */
function newRecord(
  { now, current }: World,
  zone = current.program.timezone,
): Omit<SaleRecord, 'id' | 'ids' | 'refs' | 'standing' | 'storeId' | keyof SaleContent> {
  return {
    zone,
    customerId: null,
    completedAt: now,
    claimedAt: null,
    returnedCents: 0,
    refundedCents: 0,
    voided: false,
    programVersion: null,
    usesFoundBy: null,
    pinned: null,
    formerPins: [],
    evaluated: null,
  };
}

function saleIn(world: World, saleId: string): WorldSale {
  const sale = world.sales.get(saleId);
  if (!sale) throw new Refusal('sale_not_found');
  return sale;
}
