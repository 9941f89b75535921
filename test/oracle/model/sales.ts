import { look } from './look';
import { decide } from './purchase';
import { mayBePaid } from './names';
import { isUnasked, mostReturnable, Refusal, returnedCents, rootOf } from './world';
import type { SaleInput } from './input';
import type { Sale, World } from './world';

/** A new, changed or once more completed sale. */
export function complete(world: World, content: SaleInput, segments: string[]): void {
  const { id, customerId } = content;
  const sale = world.sales.get(id) ?? newSale(world, content);
  world.sales.set(id, sale);
  sale.content = content;
  sale.completed = true;
  sale.cancelled = false;
  if (!sale.wasCompleted) Object.assign(sale, { wasCompleted: true, completedAt: world.now });
  if (customerId !== null) Object.assign(sale, { claimedBy: null, claimed: false });
  putCustomer(world, sale, customerId ?? sale.claimedBy);
  look(world, sale, segments);
}

/** What a sale is while it is not completed: whose, is looked up when it is. */
export function open(world: World, content: SaleInput): void {
  const sale = world.sales.get(content.id) ?? { ...newSale(world, content), customerId: null };
  world.sales.set(content.id, sale);
  Object.assign(sale, { content, completed: false, cancelled: false });
  look(world, sale, []);
}

function newSale(world: World, content: SaleInput): Sale {
  const alone = { countsBy: null, tellings: [], heldWith: null, comparedAs: null, paid: false };
  return {
    ...alone,
    id: content.id,
    content,
    customerId: content.customerId,
    claimedBy: null,
    claimed: false,
    completed: true,
    cancelled: false,
    returns: [],
    told: world.sales.size,
    zone: world.version.zone,
    version: world.version,
    counted: false,
    foundUses: false,
    completedAt: world.now,
    wasCompleted: false,
    customerSince: world.now,
    pinned: null,
    pins: new Map(),
    segments: [],
    result: null,
    refunded: false,
  };
}

/** Another customer holds from now on, dates as for a claim, where the sale has counted before (R26, R28). */
function putCustomer(world: World, sale: Sale, customerId: string | null): void {
  if (customerId !== null) world.customers.add(customerId);
  if (sale.customerId === customerId) return;
  sale.customerId = customerId;
  if (customerId !== null && sale.counted) sale.customerSince = world.now;
}

function find(world: World, saleId: string): Sale {
  const sale = world.sales.get(saleId);
  if (!sale) throw new Refusal('sale_not_found');
  return sale;
}

/**
 * Cancels a sale: what was spent on it goes back, what it earned is taken back (R25, R23). Whose it is, is looked up now where it was not
 * and somebody's benefit may have paid it; where nobody's had, none goes back.
 */
export function cancel(world: World, saleId: string): void {
  const sale = find(world, saleId);
  sale.cancelled = true;
  if (isUnasked(sale) && !sale.refunded) {
    if (mayBePaid(world, sale)) putCustomer(world, sale, sale.content.customerId);
    else sale.refunded = true;
  }
  look(world, sale, []);
}

/** The sale is no longer completed, nor cancelled: benefit taken back, what was spent on it stays spent (R26). */
export function reopen(world: World, saleId: string): void {
  const sale = find(world, saleId);
  sale.completed = false;
  sale.cancelled = false;
  look(world, sale, []);
}

/** Goods given back, cumulative; more than the total is refused (R21). They come back to the purchase (R47). */
export function returnGoods(world: World, saleId: string, amountCents: number): void {
  if (amountCents <= 0) throw new Refusal('invalid_request');
  const sale = rootOf(find(world, saleId));
  const most = mostReturnable(sale.content);
  const allowed = sale.completed && !sale.cancelled ? most - returnedCents(sale) : 0;
  if (amountCents > allowed) throw new Refusal('invalid_request');
  world.returns += 1;
  sale.returns.push({ id: world.returns, amount: amountCents });
  look(world, sale, []);
}

/** Whoever has something to use of a purchase has been reminded of its end, or can be by no way: it does not go on (fair expiry). */
export function remind(world: World, saleId: string): void {
  const { id, customerId } = rootOf(find(world, saleId));
  for (const lot of world.lots)
    if (lot.saleId === id && lot.customerId === customerId && lot.active > 0) lot.goesOnUntil = undefined;
}

/** An unidentified purchase gets its customer; one that has a customer is refused (R28). */
export function claim(world: World, saleId: string, customerId: string, segments: string[]): void {
  const sale = rootOf(find(world, saleId));
  if (sale.customerId !== null) throw new Refusal('invalid_request');
  world.customers.add(customerId);
  sale.claimedBy = customerId;
  sale.claimed = true;
  sale.customerId = customerId;
  sale.customerSince = world.now;
  look(world, sale, segments);
}

/** A person decides whether two sales are one purchase (R47). */
export function resolve(world: World, [one, other]: [string, string], decision: 'same' | 'distinct'): void {
  const pair = [find(world, one), find(world, other)] as const;
  const outcome = decide(world, ...pair, decision);
  if (outcome !== 'ok') throw new Refusal(outcome === 'unasked' ? 'invalid_request' : 'review_resolved');
  for (const sale of pair) look(world, sale, []);
}
