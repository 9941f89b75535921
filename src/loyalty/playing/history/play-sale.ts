import { mostReturnableCents, Refusal } from '../../basis';
import type { SaleContent } from '../../basis';
import type { SaleRecord } from '../../entitlement';
import { catchUp } from '../../ledger';
import { endReminder } from '../../notice';
import { isBuyerUnasked, newSale, purchaseRefs } from '../../sale';
import type { SaleReturn, SaleSource } from '../../sale';
import type { HistorySale } from './event-schema';
import { lookAgain } from './look-again';
import { countingSale, refresh } from './told-sale';
import type { World } from './world';
import type { WorldSale } from './world-sale';

/** A new sale, or what a known one has become. */
export function complete(world: World, told: HistorySale, segments: readonly string[]): WorldSale {
  const sale = world.sales.get(told.id) ?? openSale(world, told);
  const completedAt = sale.source.completedAt ?? world.now;
  sale.source = { ...sourceOf(told, sale.source), status: 'completed', completedAt };
  sale.record = { ...recordOf(world, told, sale), completedAt };
  sale.claimed = told.customerId === null && sale.claimed;
  sale.named = told.customerId;
  refresh(sale);
  world.keepSale(sale);
  lookAgain(world, sale, segments);
  return sale;
}

/** A sale as its source tells of it while it is not completed: whose it is, is looked up when it is. */
export function open(world: World, told: HistorySale): WorldSale {
  const sale = world.sales.get(told.id) ?? openSale(world, told);
  sale.source = { ...sourceOf(told, sale.source), status: 'open' };
  sale.record = { ...sale.record, ...contentOf(told) };
  refresh(sale);
  world.keepSale(sale);
  lookAgain(world, sale, []);
  return sale;
}

/** The sale is cancelled, or no longer completed. */
export function withdraw(world: World, saleId: string, status: 'cancelled' | 'open'): WorldSale {
  const sale = saleIn(world, saleId);
  sale.source = { ...sale.source, status };
  if (status === 'cancelled' && isUnasked(sale) && !sale.record.voided) endUnasked(world, sale);
  refresh(sale);
  world.keepSale(sale);
  lookAgain(world, sale, []);
  return sale;
}

function isUnasked({ source, record: { customerId }, named }: WorldSale): boolean {
  return isBuyerUnasked({ source, owner: { customerId, identifiedBy: named } });
}

/**
 * A sale is over before it was known whose it is. Where somebody's benefit may have paid it that is looked up, as it goes back to its
 * own customer (R25, R46); else nothing has to go back, however often it is read (R43).
 */
function endUnasked({ references, now }: World, sale: WorldSale): void {
  const { record, source, purchase } = sale;
  const uses = references.looseUses({ ...record, refs: purchaseRefs({ source, purchase }) });
  const live = uses.some(({ state, reservedUntil }) => state === 'confirmed' || reservedUntil > now);
  if (live || references.usesOf(record.ids).length > 0) {
    sale.named = source.contactId;
    sale.record = { ...record, customerId: sale.named };
  } else sale.record = { ...record, voided: true };
}

/** Goods worth `amountCents` come back (R21), to the sale that counts. */
export function returnGoods(world: World, saleId: string, amountCents: number): WorldSale {
  const sale = countingSale(world.sales, saleIn(world, saleId));
  const { returns, returnedCents } = sale.purchase;
  const { status } = sale.source;
  if (status !== 'completed') throw new Refusal('invalid_request', { state: status });
  const most = mostReturnableCents(sale.record);
  if (returnedCents + amountCents > most)
    throw new Refusal('invalid_request', { returnableCents: Math.max(0, most - returnedCents) });
  world.returns += 1;
  const by = { operator: null, storeId: null, reason: null };
  const made: SaleReturn = { id: `${world.returns}`, at: world.now, amountCents, items: [], ...by };
  sale.purchase = {
    ...sale.purchase,
    returns: [...returns, made],
    returnedCents: returnedCents + amountCents,
  };
  refresh(sale);
  lookAgain(world, sale, []);
  return sale;
}

/** Its owner has been reminded of the ends of all that can be used of the purchase, or by no channel can be. */
export function remind(world: World, saleId: string): WorldSale {
  const sale = countingSale(world.sales, saleIn(world, saleId));
  const { id, customerId } = sale.record;
  if (customerId === null) return sale;
  world.customer(customerId).change({ saleId: id }, world.now, (book, now) => {
    catchUp(book, now);
    const ends = book.wallet.lots.flatMap(({ expiresAt }) => (expiresAt === null ? [] : [expiresAt]));
    for (const end of new Set(ends)) endReminder(book, { saleId: id, end, why: 'accepted' }, now);
  });
  return sale;
}

/** A customer takes over a purchase that had none (R28). */
export function claim(
  world: World,
  saleId: string,
  customerId: string,
  segments: readonly string[],
): WorldSale {
  const sale = countingSale(world.sales, saleIn(world, saleId));
  if (sale.record.customerId !== null) throw new Refusal('invalid_request', { saleId: sale.record.id });
  sale.record.customerId = customerId;
  sale.record.claimedAt = world.now;
  sale.claimed = true;
  refresh(sale);
  world.keepSale(sale);
  lookAgain(world, sale, segments);
  return sale;
}

/** A person decides whether two sales are one purchase (R47). Answers the second of them. */
export function resolve(
  world: World,
  [first, second]: readonly [string, string],
  decision: 'same' | 'distinct',
): WorldSale {
  const pair = [saleIn(world, first), saleIn(world, second)] as const;
  const { state = 'unasked', decision: decided = null } = world.purchases?.review(first, second) ?? {};
  if (state === 'unasked') throw new Refusal('invalid_request', { state });
  if (state === 'resolved' && decided !== decision) throw new Refusal('review_resolved');
  world.purchases?.decide([first, second], decision);
  for (const sale of pair) sale.purchase = { ...sale.purchase, comparedAs: null };
  for (const sale of pair) lookAgain(world, sale, []);
  return pair[1];
}

/** What nobody has looked at yet. */
function openSale(world: World, { id, channel, timezone, ...told }: HistorySale): WorldSale {
  const zone = timezone ?? world.current.program.timezone;
  const origin = { merchantId: 'history', externalId: told.externalId ?? id, connectionId: null };
  const { source, purchase, benefit } = newSale({ id, channel, zone, ...origin }, world.now);
  const { programVersion, pinned, formerPins, usesFoundBy, refundedCents, voided } = benefit;
  const decided = { programVersion, pinned, formerPins, usesFoundBy, refundedCents, voided, evaluated: null };
  return {
    record: {
      ...contentOf({ id, channel, ...told }),
      ...decided,
      ...{ id, ids: [id], refs: [id], zone, standing: 'open', customerId: null, claimedAt: null },
      ...{ completedAt: null, returnedCents: 0 },
    },
    source,
    purchase,
    told: world.sales.size,
    earned: { earnedCents: 0, earnedPoints: 0, earnedVouchers: 0 },
    claimed: false,
    named: null,
    undone: [],
  };
}

function recordOf(world: World, told: HistorySale, { record, named }: WorldSale): SaleRecord {
  const customerId = named === told.customerId ? record.customerId : told.customerId;
  const taken = customerId !== null && customerId !== record.customerId && record.programVersion !== null;
  return { ...record, ...contentOf(told), customerId, claimedAt: taken ? world.now : record.claimedAt };
}

function contentOf(sale: Omit<HistorySale, 'customerId'>): SaleContent {
  const { channel, storeId, soldAt, totalCents, freightCents, otherExpensesCents, discountCents, items } =
    sale;
  const amounts = { totalCents, freightCents, otherExpensesCents, discountCents };
  return { channel, storeId: storeId ?? null, soldAt, ...amounts, items };
}

/** What its source calls the sale now. */
function sourceOf(told: HistorySale, known: SaleSource): SaleSource {
  const { id, channel, externalId, number, marketplaceNumber, accessKey, erpNumber, connectionId } = told;
  const names = [id, externalId, number, marketplaceNumber].filter(
    (name) => name !== null && name !== undefined,
  );
  return {
    ...known,
    ...{ channel, externalId: externalId ?? id, connectionId: connectionId ?? null, number: number ?? null },
    ...{
      marketplaceNumber: marketplaceNumber ?? null,
      accessKey: accessKey ?? null,
      erpNumber: erpNumber ?? null,
    },
    ...{ refs: [...new Set(names)], contactId: told.customerId },
  };
}

function saleIn(world: World, saleId: string): WorldSale {
  const sale = world.sales.get(saleId);
  if (!sale) throw new Refusal('sale_not_found');
  return sale;
}
