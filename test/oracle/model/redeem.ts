import { endOfUse, readDuration } from './calendar';
import { activeOf, lotsOf } from './lots';
import { look } from './look';
import { undo } from './settle';
import { meant, sharesWith } from './names';
import { Refusal } from './world';
import type { ReserveEvent } from './input';
import type { Redemption, World } from './world';

/** Reserves balance over the soonest-expiring lots, or refuses in the order of R30. */
export function reserve(world: World, event: ReserveEvent): void {
  const { customerId, type, amount, saleTotalCents, saleRef, storeId } = event;
  const settings = world.version.redemption;
  const value = type === 'points' ? settings.pointValueCents : 1;
  if (amount <= 0 || !Number.isInteger(amount)) throw new Refusal('invalid_request');
  const request = JSON.stringify([
    customerId,
    type,
    amount,
    saleTotalCents,
    event.freightCents,
    saleRef,
    storeId,
    event.confirm,
  ]);
  const known = world.requests.get(event.id);
  if (known === request) return;
  if (known !== undefined) throw new Refusal('idempotency_key_reused');
  if (!world.customers.has(customerId)) throw new Refusal('customer_not_found');
  if (saleTotalCents < settings.minSaleCents) throw new Refusal('below_min_sale');
  const share = ((saleTotalCents - (event.freightCents ?? 0)) * settings.maxShareBps) / 10_000;
  const naming = { customerId, saleRef, storeId, madeAt: world.now };
  if (amount * value + valueBeside(world, naming) > share) throw new Refusal('above_max_share');
  const active = activeOf(world, customerId, type);
  if (active * value < settings.minBalanceCents) throw new Refusal('insufficient_balance');
  if (active < amount) throw new Refusal('insufficient_balance');

  const lots = lotsOf(world, customerId, type);
  const redemption = { id: event.id, customerId, type, amount, valueCents: amount * value, saleRef, storeId };
  draw(world, redemption, lots);
  world.requests.set(event.id, request);
  if (event.confirm) confirm(world, event.id);
}

/** What the customer's other balance redemptions take of the same sale (R31). */
function valueBeside(world: World, use: Parameters<typeof sharesWith>[2]): number {
  return world.redemptions
    .filter(({ state, type }) => (state === 'reserved' || state === 'confirmed') && type !== 'voucher')
    .filter((one) => one.customerId === use.customerId && sharesWith(world, one, use))
    .reduce((sum, { valueCents }) => sum + valueCents, 0);
}

/** Moves an amount from active to reserved, lot by lot, and keeps the reservation. */
export function draw(
  world: World,
  wanted: Pick<Redemption, 'id' | 'customerId' | 'type' | 'amount' | 'valueCents' | 'saleRef' | 'storeId'>,
  lots: Redemption['draws'][number]['lot'][],
): Redemption {
  const draws: Redemption['draws'] = [];
  let left = wanted.amount;
  for (const lot of lots) {
    const amount = Math.min(left, lot.active);
    if (amount === 0) continue;
    lot.active -= amount;
    lot.reserved += amount;
    left -= amount;
    draws.push({ lot, amount });
  }
  const timesOutAt = world.now + readDuration(world.version.redemption.reservation).elapsedMs;
  const made = { version: world.version, state: 'reserved' as const, draws, timesOutAt, confirmedAt: 0 };
  const redemption: Redemption = { ...wanted, ...made, kept: undefined, madeAt: world.now };
  world.redemptions.push(redemption);
  return redemption;
}

function find(world: World, id: string): Redemption {
  const found = world.redemptions.find((one) => one.id === id && one.type !== 'voucher');
  if (!found) throw new Refusal('redemption_not_found');
  return found;
}

/** Confirms a reservation; twice is the same answer (R33). */
export function confirm(world: World, id: string): void {
  const redemption = find(world, id);
  if (redemption.state === 'confirmed') return;
  if (redemption.state === 'released' || redemption.state === 'timed_out')
    throw new Refusal('reservation_expired');
  if (redemption.state !== 'reserved') throw new Refusal('invalid_request');
  spend(world, redemption);
}

/** Reserved becomes spent, the sale it names is kept with it, and that is looked at again (R46, R9). */
export function spend(world: World, redemption: Redemption): void {
  redemption.state = 'confirmed';
  redemption.confirmedAt = world.now;
  redemption.madeAt = world.now;
  redemption.kept ??= meant(world, redemption)?.id;
  for (const { lot, amount } of redemption.draws) {
    lot.reserved -= amount;
    lot.spent += amount;
  }
  settleNamed(world, redemption);
}

/** Lets a reservation go; twice is the same answer (R33). */
export function release(world: World, id: string): void {
  const redemption = find(world, id);
  if (redemption.state === 'released') return;
  if (redemption.state !== 'reserved') throw new Refusal('invalid_request');
  undo(world, redemption, 'reserved', 'released');
}

/** Undoes a confirmed redemption while its window is open (R33). */
export function rollback(world: World, id: string): void {
  const redemption = find(world, id);
  if (redemption.state === 'rolled_back') throw new Refusal('already_rolled_back');
  if (redemption.state !== 'confirmed') throw new Refusal('invalid_request');
  takeUseBack(world, redemption);
}

/** The roll-back itself, for balance and vouchers alike (R33, R9). */
export function takeUseBack(world: World, redemption: Redemption): void {
  const { confirmedAt, version } = redemption;
  const closes = endOfUse(confirmedAt, version.redemption.rollbackWindow, version.zone);
  if (world.now >= closes) throw new Refusal('rollback_window_closed');
  undo(world, redemption, 'spent', 'rolled_back');
  settleNamed(world, redemption);
}

function settleNamed(world: World, { kept }: Redemption): void {
  const sale = kept === undefined ? undefined : world.sales.get(kept);
  if (sale) look(world, sale, []);
}
