import { letTimePass } from './clock';
import { endOfBalance, open } from './give';
import { activeOf, lotsOf, reverse } from './lots';
import { readProgram } from './program';
import { confirm, release, reserve, rollback } from './redeem';
import { cancel, claim, complete, open as openSale, remind, reopen, resolve, returnGoods } from './sales';
import { redeemVoucher, releaseVoucher, reserveVoucher, rollbackVoucher } from './voucher';
import { walletsOf } from './wallet';
import { Refusal } from './world';
import type { Deed, History } from './input';
import type { Wallet } from './wallet';
import type { Lot, World } from './world';

/** What the oracle says of a history: `ok` or the refusal's code per event, the wallets at its end, every lot. */
export interface Verdict {
  results: string[];
  wallets: Record<string, Wallet>;
  lots: Lot[];
  /** What policies have let customers keep, by `customer/type` (R24). */
  letOff: Map<string, number>;
}

/** Plays a history by the rules, one event after the other. */
export function consultOracle({ program, events }: History): Verdict {
  const world: World = {
    now: 0,
    version: readProgram(program),
    customers: new Set(),
    sales: new Map(),
    lots: [],
    grants: [],
    redemptions: [],
    debts: new Map(),
    returns: 0,
    requests: new Map(),
    answers: new Map(),
    traces: new Map(),
  };
  const results = events.map((event) => {
    letTimePass(world, Date.parse(event.at));
    const result = resultOf(world, event);
    letTimePass(world, world.now);
    return result;
  });
  return { results, wallets: walletsOf(world), lots: world.lots, letOff: letOffOf(world) };
}

function letOffOf(world: World): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { customerId, type, letOff } of world.grants) {
    const account = `${customerId}/${type}`;
    sums.set(account, (sums.get(account) ?? 0) + letOff);
  }
  return sums;
}

function resultOf(world: World, deed: Deed): string {
  try {
    perform(world, deed);
    return 'ok';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

function perform(world: World, deed: Deed): void {
  switch (deed.do) {
    case 'complete':
      return complete(world, deed.sale, deed.segments ?? []);
    case 'open':
      return openSale(world, deed.sale);
    case 'cancel':
      return cancel(world, deed.saleId);
    case 'reopen':
      return reopen(world, deed.saleId);
    case 'remind':
      return remind(world, deed.saleId);
    case 'return':
      return returnGoods(world, deed.saleId, deed.amountCents);
    case 'claim':
      return claim(world, deed.saleId, deed.customerId, deed.segments ?? []);
    case 'resolve':
      return resolve(world, deed.sales, deed.decision);
    case 'reserve':
      return reserve(world, deed);
    case 'confirm':
      return confirm(world, deed.id);
    case 'release':
      return release(world, deed.id);
    case 'rollback':
      return rollback(world, deed.id);
    case 'adjust':
      return adjust(world, deed);
    case 'voucher.reserve':
      return reserveVoucher(world, deed);
    case 'voucher.redeem':
      return redeemVoucher(world, deed);
    case 'voucher.release':
      return releaseVoucher(world, deed.code);
    case 'voucher.rollback':
      return rollbackVoucher(world, deed.code, deed.saleRef);
    case 'publish':
      world.version = readProgram(deed.program);
      return;
    case 'tick':
      return;
  }
}

/** A manual credit is a lot of its own, active at once; a manual debit never goes below zero (R35). */
function adjust(world: World, { customerId, type, amount }: Extract<Deed, { do: 'adjust' }>): void {
  if (amount === 0) throw new Refusal('invalid_request');
  if (amount < 0) {
    if (!world.customers.has(customerId)) throw new Refusal('customer_not_found');
    if (activeOf(world, customerId, type) < -amount) throw new Refusal('insufficient_balance');
    reverse(lotsOf(world, customerId, type), 'active', -amount);
    return;
  }
  world.customers.add(customerId);
  const id = `adjust/${world.lots.length}`;
  const dates = { activatesAt: world.now, expiresAt: endOfBalance(world.now, world.version) };
  const origin = { saleId: null, ruleId: null, template: null, zone: world.version.zone };
  open(world, { id, type, customerId, ...origin, ...dates }, amount);
}
