import type { CustomerLedger } from '../history';
import { netGranted } from '../../ledger';
import type { Grant, Redemption } from '../../ledger';
import type { Program } from '../../program';
import type { SaleRecord } from '../../entitlement';
import { Costs } from './costs';
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

/** Sums up where a history ends, one customer, sale and redemption after the other. */
export class OutcomeSums {
  private readonly costs = new Costs();
  private readonly rules: Map<string, RuleResult>;
  private readonly bySale = new Map<string, number>();
  private readonly byCustomer = new Map<string, number>();
  private sales = 0;

  constructor(
    private readonly program: Program,
    private readonly tally: Tally,
  ) {
    this.rules = new Map(program.earning.rules.map((rule) => [rule.id, noResult(rule.id, rule.grant.type)]));
  }

  addCustomer(ledger: CustomerLedger): void {
    const { customerId, grants } = ledger;
    this.byCustomer.set(customerId, 0);
    for (const lot of ledger.lots.values()) this.costs.addLot(lot);
    for (const type of ['cashback', 'points'] as const) this.costs.addDebt(type, ledger.debtOf(type));
    for (const grant of grants) {
      const cents = this.worth(grant);
      this.costs.addGrant(grant, cents);
      add(this.byCustomer, customerId, cents);
      add(this.bySale, grant.saleId, cents);
      this.addPaid(grant, cents);
    }
  }

  addSale({ id, customerId, evaluated }: SaleRecord): void {
    this.sales += 1;
    if (customerId === null) return;
    add(this.bySale, id, 0);
    if (evaluated !== null) for (const note of this.tally.notes.get(id) ?? []) this.addMatch(note);
  }

  addRedemption(redemption: Redemption): void {
    this.costs.addRedemption(redemption);
  }

  outcome(unpayable: Unpayable): ProgramOutcome {
    const { pointValueCents } = this.program.redemption;
    return {
      cost: { ...this.costs.cost(this.tally.adjusted, pointValueCents), unpayable },
      liability: this.tally.liability.atMonthEnds(),
      rules: [...this.rules.values()],
      sales: this.sales,
      bySale: this.bySale,
      byCustomer: this.byCustomer,
    };
  }

  /** In cents, net of what was taken back. A voucher is worth its face on the sale that gave it, for each use. */
  private worth(grant: Grant): number {
    const got = netGranted(grant);
    if (grant.type === 'cashback') return got;
    if (grant.type === 'points') return got * this.program.redemption.pointValueCents;
    const note = this.tally.notes.get(grant.saleId)?.find(({ ruleId }) => ruleId === grant.ruleId);
    return got * (note?.faceCents ?? 0);
  }

  private addPaid(grant: Grant, cents: number): void {
    const result = this.rules.get(grant.ruleId);
    const got = netGranted(grant);
    if (!result || got === 0) return;
    result.paidSales += 1;
    result.paid += grant.type === 'voucher' ? cents : got;
  }

  private addMatch({ ruleId, byCaps, byBudget }: RuleNote): void {
    const result = this.rules.get(ruleId);
    if (!result) return;
    result.matchedSales += 1;
    result.cutByCaps += byCaps;
    result.cutByBudget += byBudget;
  }
}

function noResult(ruleId: string, type: RuleResult['type']): RuleResult {
  return { ruleId, type, matchedSales: 0, paidSales: 0, paid: 0, cutByCaps: 0, cutByBudget: 0 };
}

function add(sums: Map<string, number>, key: string, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount);
}
