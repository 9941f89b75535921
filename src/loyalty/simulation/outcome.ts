import type { World } from '../history';
import { heldOf } from '../ledger';
import type { Grant } from '../ledger';
import type { Program } from '../program';
import { costOf } from './cost-of';
import type { ProgramCost, RuleResult, Unpayable } from './cost';
import type { Outstanding } from './liability';
import type { RuleNote, Tally } from './tally';

/** Where a history ends under one program. */
export interface ProgramOutcome {
  cost: ProgramCost;
  liability: Outstanding[];
  rules: RuleResult[];
  /** All sales played, those without a customer too. */
  sales: number;
  /** What each sale with a customer, and each customer, was given: net of returns, in cents; 0 for nothing. */
  bySale: ReadonlyMap<string, number>;
  byCustomer: ReadonlyMap<string, number>;
}

/** What a grant is worth in cents, net of what was taken back. */
export type Worth = (grant: Grant) => number;

/** Reads a world that has been played to its end. */
export function outcomeOf(
  program: Program,
  world: World,
  tally: Tally,
  unpayable: Unpayable,
): ProgramOutcome {
  const worth = worthBy(program, tally);
  const bySale = new Map<string, number>();
  const byCustomer = new Map<string, number>();
  for (const { record } of world.sales.values()) if (record.customerId !== null) bySale.set(record.id, 0);
  for (const { customerId, grants } of world.customers.values()) {
    byCustomer.set(customerId, 0);
    for (const grant of grants) {
      add(byCustomer, customerId, worth(grant));
      add(bySale, grant.saleId, worth(grant));
    }
  }
  return {
    cost: { ...costOf(program, world, tally, worth), unpayable },
    liability: tally.liability.atMonthEnds(),
    rules: ruleResults(program, world, tally, worth),
    sales: world.sales.size,
    bySale,
    byCustomer,
  };
}

/** A voucher is worth its face on the sale that gave it, for each use. */
function worthBy({ redemption }: Program, tally: Tally): Worth {
  return (grant) => {
    if (grant.type === 'cashback') return heldOf(grant);
    if (grant.type === 'points') return heldOf(grant) * redemption.pointValueCents;
    const note = tally.notes.get(grant.saleId)?.find(({ ruleId }) => ruleId === grant.ruleId);
    return heldOf(grant) * (note?.faceCents ?? 0);
  };
}

function ruleResults(program: Program, world: World, tally: Tally, worth: Worth): RuleResult[] {
  const results = new Map(
    program.earning.rules.map(({ id, grant }): [string, RuleResult] => [
      id,
      { ruleId: id, type: grant.type, matchedSales: 0, paidSales: 0, paid: 0, cutByCaps: 0, cutByBudget: 0 },
    ]),
  );
  for (const { record } of world.sales.values()) {
    if (record.customerId === null || record.evaluated === null) continue;
    for (const note of tally.notes.get(record.id) ?? []) addNote(results.get(note.ruleId), note);
  }
  for (const { grants } of world.customers.values()) {
    for (const grant of grants) {
      const result = results.get(grant.ruleId);
      if (!result || heldOf(grant) === 0) continue;
      result.paidSales += 1;
      result.paid += grant.type === 'voucher' ? worth(grant) : heldOf(grant);
    }
  }
  return [...results.values()];
}

function addNote(result: RuleResult | undefined, { byCaps, byBudget }: RuleNote): void {
  if (!result) return;
  result.matchedSales += 1;
  result.cutByCaps += byCaps;
  result.cutByBudget += byBudget;
}

function add(sums: Map<string, number>, key: string, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount);
}
