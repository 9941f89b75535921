import type { GrantDoc } from './grant-model';
import type { LotDoc } from './lot-model';
import type { RedemptionDoc } from './redemption-model';

/** What a book's documents were when they were read, in the transaction that stores the book. */
export interface AsRead {
  lots: ReadonlyMap<string, LotDoc>;
  redemptions: ReadonlyMap<string, RedemptionDoc>;
  grants: ReadonlyMap<string, GrantDoc>;
}

/** By their ids. */
export function asRead(
  lots: readonly LotDoc[],
  redemptions: readonly RedemptionDoc[],
  grants: readonly GrantDoc[],
): AsRead {
  return { lots: byId(lots), redemptions: byId(redemptions), grants: byId(grants) };
}

/** What was read for two books that exchange documents. */
export function bothRead(one: AsRead, other: AsRead): AsRead {
  return {
    lots: new Map([...one.lots, ...other.lots]),
    redemptions: new Map([...one.redemptions, ...other.redemptions]),
    grants: new Map([...one.grants, ...other.grants]),
  };
}

function byId<Doc extends { _id: string }>(docs: readonly Doc[]): Map<string, Doc> {
  return new Map(docs.map((doc) => [doc._id, doc]));
}
