import type { Book, Grant, Lot, LotType } from '../ledger';

/** What an account says of what was given, besides how much that was. */
export interface GrantDeductions {
  taken: number;
  letOff: number;
  lapsed: number;
}

/** What each of two customers had on the account of one sale and rule when they were merged. */
export interface GrantShare {
  saleId: string;
  ruleId: string;
  type: LotType;
  brought: GrantDeductions;
  met: GrantDeductions;
}

const NOTHING: GrantDeductions = { taken: 0, letOff: 0, lapsed: 0 };

/**
 * Adds the accounts of one customer to those of another. Accounts stay with their customers, empty where everything went
 * over: their numbers of lots and of clawbacks are in natural keys, and must not begin anew.
 * @param sales the sales whose accounts are told: those that either customer has something of
 */
export function joinGrants(from: Book, into: Book, sales: ReadonlySet<string>): GrantShare[] {
  const giving = from.grants().filter(({ granted }) => granted > 0);
  const known = into.grants().filter(({ saleId }) => sales.has(saleId));
  for (const grant of giving) grantIn(into, grant);
  const shares = into
    .grants()
    .filter((own) => known.includes(own) || giving.some((grant) => isSame(grant, own)))
    .map((own): GrantShare => {
      const grant = giving.find((other) => isSame(other, own));
      const { saleId, ruleId, type } = own;
      return { saleId, ruleId, type, brought: deductions(grant ?? NOTHING), met: deductions(own) };
    });
  for (const grant of giving) {
    const own = grantIn(into, grant);
    into.changeGrant(own, {
      ...sum(own, grant),
      granted: own.granted + grant.granted,
      clawbacks: Math.max(own.clawbacks, grant.clawbacks),
      collectsLater: own.collectsLater || grant.collectsLater,
    });
    from.changeGrant(grant, { ...NOTHING, granted: 0 });
  }
  return shares;
}

/**
 * Divides accounts again as `lots` go from one customer to another. What has happened on an account since the merge is on
 * the side of whose sale it is: one of `sales` goes back. The other side gets what it had, as far as its lots still carry it.
 */
export function splitGrants(
  from: Book,
  into: Book,
  lots: readonly Lot[],
  shares: readonly GrantShare[],
  sales: ReadonlySet<string>,
): void {
  for (const account of from.grants()) {
    const granted = lots
      .filter(({ saleId, ruleId, type }) => isSame(account, { saleId, ruleId, type }))
      .reduce((total, { amount }) => total + amount, 0);
    if (granted === 0) continue;
    const share = shares.find((known) => isSame(known, account));
    const stays = account.granted - granted;
    const back = sales.has(account.saleId)
      ? less(account, keptPart(account, share?.met ?? NOTHING, stays, granted))
      : keptPart(account, share?.brought ?? NOTHING, granted, stays);
    const other = grantIn(into, account);
    into.changeGrant(other, {
      ...sum(other, back),
      granted: other.granted + granted,
      clawbacks: Math.max(other.clawbacks, account.clawbacks),
    });
    from.changeGrant(account, { ...less(account, back), granted: stays });
  }
}

/** The customer's account of the same sale and rule, opened now if there is none. */
function grantIn(book: Book, like: Grant): Grant {
  const known = book.wallet.grants.find((grant) => isSame(grant, like));
  if (known) return known;
  const { customerId } = book.wallet;
  const fresh = { ...like, ...NOTHING, customerId, lots: 0, clawbacks: 0, granted: 0 };
  book.addGrant(fresh);
  return fresh;
}

/** What of an account one side keeps: what it had, within what its own lots and the other's can carry. */
function keptPart(account: GrantDeductions, had: GrantDeductions, granted: number, others: number): GrantDeductions {
  const taken = within(had.taken, account.taken, granted, others);
  const room = granted - taken;
  const otherRoom = others - (account.taken - taken);
  const letOff = within(had.letOff, account.letOff, room, otherRoom);
  const lapsed = within(had.lapsed, account.lapsed, room - letOff, otherRoom - (account.letOff - letOff));
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

type GrantSource = { saleId: string | null; ruleId: string | null; type: LotType };

function isSame(a: GrantSource, b: GrantSource): boolean {
  return a.saleId === b.saleId && a.ruleId === b.ruleId && a.type === b.type;
}
