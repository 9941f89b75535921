import { findUses } from './names';
import { settle } from './settle';
import { goodsCents, Refusal } from './world';
import type { SaleInput } from './input';
import type { Sale, World } from './world';

/** A new, changed or once more completed sale. */
export function complete(world: World, content: SaleInput, segments: string[]): void {
  const { id, customerId } = content;
  const known = world.sales.get(id);
  const sale = known ?? newSale(world, content);
  world.sales.set(id, sale);
  sale.content = content;
  sale.completed = true;
  sale.cancelled = false;
  sale.segments = segments;
  if (customerId !== null) sale.claimedBy = null;
  putCustomer(world, sale, customerId ?? sale.claimedBy);
  for (const other of findUses(world, sale, !known)) settle(world, other);
  settle(world, sale);
}

function newSale(world: World, content: SaleInput): Sale {
  return {
    id: content.id,
    content,
    customerId: content.customerId,
    claimedBy: null,
    completed: true,
    cancelled: false,
    returnedCents: 0,
    version: world.version,
    completedAt: world.now,
    customerSince: world.now,
    pinned: null,
    pins: new Map(),
    segments: [],
    result: null,
    refunded: false,
  };
}

/** Another customer holds from now on, dates as for a claim (R26, R28). */
function putCustomer(world: World, sale: Sale, customerId: string | null): void {
  if (customerId !== null) world.customers.add(customerId);
  if (sale.customerId === customerId) return;
  sale.customerId = customerId;
  sale.customerSince = world.now;
}

function find(world: World, saleId: string): Sale {
  const sale = world.sales.get(saleId);
  if (!sale) throw new Refusal('sale_not_found');
  return sale;
}

/** Cancels a sale: what was spent on it goes back, what it earned is taken back (R25, R23). */
export function cancel(world: World, saleId: string): void {
  const sale = find(world, saleId);
  sale.cancelled = true;
  settle(world, sale);
}

/** The sale is no longer completed, nor cancelled: benefit taken back, what was spent on it stays spent (R26). */
export function reopen(world: World, saleId: string): void {
  const sale = find(world, saleId);
  sale.completed = false;
  sale.cancelled = false;
  settle(world, sale);
}

/** Goods given back, cumulative; more than the total is refused (R21). */
export function returnGoods(world: World, saleId: string, amountCents: number): void {
  if (amountCents <= 0) throw new Refusal('invalid_request');
  const sale = find(world, saleId);
  const most = Math.max(sale.content.totalCents, goodsCents(sale.content));
  const allowed = sale.completed && !sale.cancelled ? most - sale.returnedCents : 0;
  if (amountCents > allowed) throw new Refusal('invalid_request');
  sale.returnedCents += amountCents;
  settle(world, sale);
}

/** An unidentified sale gets its customer; one that has a customer is refused (R28). */
export function claim(world: World, saleId: string, customerId: string, segments: string[]): void {
  const sale = find(world, saleId);
  if (sale.customerId !== null) throw new Refusal('invalid_request');
  sale.segments = segments;
  sale.claimedBy = customerId;
  putCustomer(world, sale, customerId);
  for (const other of findUses(world, sale, false)) settle(world, other);
  settle(world, sale);
}
