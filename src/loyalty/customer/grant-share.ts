import type { Book, Grant, Lot, LotType } from '../ledger';
import { byRule } from '../ledger';

/** What has come off a grant: taken back, let off, lapsed unused. In the unit of its benefit. */
export interface GrantDeductions {
  taken: number;
  letOff: number;
  lapsed: number;
}

/** What had come off the grants of one sale and rule when two customers were merged: `brought` by the one, `met` with the other. */
export interface GrantShare {
  saleId: string;
  ruleId: string;
  type: LotType;
  brought: GrantDeductions;
  met: GrantDeductions;
}

/** What had been let off of one grant of the customer who remains, before another was merged into them. */
export interface LetOffBefore {
  saleId: string;
  ruleId: string;
  type: LotType;
  amount: number;
}

const NOTHING: GrantDeductions = { taken: 0, letOff: 0, lapsed: 0 };

/**
 * Adds the grants of one customer to those of another. The grants given away stay where they were, empty: how many lots and
 * clawbacks they count is part of natural keys, and must not begin anew. Their month may be of long ago: that of who gives holds.
 */
export function joinGrants(from: Book, into: Book): void {
  const taking = new Grants(into);
  for (const grant of from.grants()) {
    if (grant.granted === 0) continue;
    const own = taking.like(grant);
    into.changeGrant(own, {
      ...sum(own, grant),
      month: grant.month,
      granted: own.granted + grant.granted,
      clawbacks: Math.max(own.clawbacks, grant.clawbacks),
      collectsLater: own.collectsLater || grant.collectsLater,
    });
    from.changeGrant(grant, { ...NOTHING, granted: 0 });
  }
}

/**
 * What undoing a merge has to know of the grants that it is about to join: of those that are brought, and of the other's of these
 * sales, in order.
 */
export function sharesOf(from: Book, into: Book, sales: ReadonlySet<string>): GrantShare[] {
  const given = new Map(
    from
      .grants()
      .filter(({ granted }) => granted > 0)
      .map((grant) => [keyOf(grant), grant]),
  );
  const own = new Map(into.grants().map((grant) => [keyOf(grant), grant]));
  const met = [...own.values()].filter(({ saleId }) => sales.has(saleId));
  const fresh = [...given].filter(([key]) => !own.has(key)).map(([, grant]) => grant);
  return [...met, ...fresh].sort(byRule).map((grant): GrantShare => {
    const key = keyOf(grant);
    const { saleId, ruleId, type } = grant;
    const brought = deductions(given.get(key) ?? NOTHING);
    return { saleId, ruleId, type, brought, met: deductions(own.get(key) ?? NOTHING) };
  });
}

/**
 * Divides grants again as `lots` go from one customer to another. What has come off a grant since the merge stays with the
 * customer whose sale it is, and `sales` are those that go back; the other customer gets what had come off before, as far as
 * the lots on that side still carry it.
 */
export function splitGrants(
  from: Book,
  into: Book,
  lots: readonly Lot[],
  shares: readonly GrantShare[],
  sales: ReadonlySet<string>,
): void {
  const goingBack = new Map<string, number>();
  for (const lot of lots) goingBack.set(keyOf(lot), (goingBack.get(keyOf(lot)) ?? 0) + lot.amount);
  const shared = new Map(shares.map((share) => [keyOf(share), share]));
  const taking = new Grants(into);
  for (const grant of from.grants()) {
    const granted = goingBack.get(keyOf(grant)) ?? 0;
    if (granted === 0) continue;
    const share = shared.get(keyOf(grant));
    const stays = grant.granted - granted;
    const back = sales.has(grant.saleId)
      ? less(grant, keptPart(grant, share?.met ?? NOTHING, stays, granted))
      : keptPart(grant, share?.brought ?? NOTHING, granted, stays);
    const other = taking.like(grant);
    into.changeGrant(other, {
      ...sum(other, back),
      month: grant.month,
      granted: other.granted + granted,
      clawbacks: Math.max(other.clawbacks, grant.clawbacks),
    });
    from.changeGrant(grant, { ...less(grant, back), granted: stays });
  }
}

/** What is let off of a customer's grants now, kept so that undoing a merge leaves it let off. */
export function letOffNow(book: Book): LetOffBefore[] {
  return book
    .grants()
    .filter(({ letOff }) => letOff > 0)
    .map(({ saleId, ruleId, type, letOff }) => ({ saleId, ruleId, type, amount: letOff }));
}

/** Answers what has been let off of a grant since, `before` told apart by sale, rule and type. */
export function letOffSince(before: readonly LetOffBefore[]): (grant: Grant) => number {
  const known = new Map(before.map((one) => [keyOf(one), one.amount]));
  return (grant) => Math.max(0, grant.letOff - (known.get(keyOf(grant)) ?? 0));
}

/** A customer's grants by sale and rule. */
class Grants {
  private readonly byKey: Map<string, Grant>;

  constructor(private readonly book: Book) {
    this.byKey = new Map(book.wallet.grants.map((grant) => [keyOf(grant), grant]));
  }

  /** The grant of the same sale and rule, made now if there is none. */
  like(other: Grant): Grant {
    const known = this.byKey.get(keyOf(other));
    if (known) return known;
    const { customerId } = this.book.wallet;
    const fresh = { ...other, ...NOTHING, customerId, lots: 0, clawbacks: 0, granted: 0 };
    this.book.addGrant(fresh);
    this.byKey.set(keyOf(fresh), fresh);
    return fresh;
  }
}

/** What of the deductions one side keeps: what it had, within what its own lots and the other's can carry. */
function keptPart(
  all: GrantDeductions,
  had: GrantDeductions,
  granted: number,
  others: number,
): GrantDeductions {
  const taken = within(had.taken, all.taken, granted, others);
  const room = granted - taken;
  const otherRoom = others - (all.taken - taken);
  const letOff = within(had.letOff, all.letOff, room, otherRoom);
  const lapsed = within(had.lapsed, all.lapsed, room - letOff, otherRoom - (all.letOff - letOff));
  return { taken, letOff, lapsed };
}

/** `had` of `total`, so that neither part is more than there is room for. */
function within(had: number, total: number, room: number, otherRoom: number): number {
  return Math.max(0, total - otherRoom, Math.min(had, total, room));
}

function deductions({ taken, letOff, lapsed }: GrantDeductions): GrantDeductions {
  return { taken, letOff, lapsed };
}

function sum(a: GrantDeductions, b: GrantDeductions): GrantDeductions {
  return { taken: a.taken + b.taken, letOff: a.letOff + b.letOff, lapsed: a.lapsed + b.lapsed };
}

function less(a: GrantDeductions, b: GrantDeductions): GrantDeductions {
  return { taken: a.taken - b.taken, letOff: a.letOff - b.letOff, lapsed: a.lapsed - b.lapsed };
}

/** What tells the grants of one customer apart: sale, rule and type. */
function keyOf({ saleId, ruleId, type }: Pick<Lot, 'saleId' | 'ruleId' | 'type'>): string {
  return JSON.stringify([saleId, ruleId, type]);
}
