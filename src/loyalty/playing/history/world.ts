import type { Instant } from '../../basis';
import type { Entry, Grant, Lot, Redemption } from '../../ledger';
import { countedForMonth, settledAmount } from '../../ledger';
import type { Program, Rule } from '../../program';
import { namedSale } from '../../entitlement';
import type { PinnedVersion, SaleRecord } from '../../entitlement';
import type { NamedSale } from '../../redemption';
import { CustomerLedger } from './customer-ledger';
import type { HistoryObserver } from './observer';
import { Purchases } from './purchases';
import { References } from './references';
import { countingSale } from './told-sale';
import type { WorldSale } from './world-sale';

/** One merchant in memory: the versions of the program, the sales, and what every customer has. */
export class World {
  now: Instant = 0;
  readonly sales = new Map<string, WorldSale>();
  readonly customers = new Map<string, CustomerLedger>();
  readonly vouchers = new Map<string, { customer: CustomerLedger; lot: Lot }>();
  readonly redemptions = new Map<string, { customer: CustomerLedger; redemption: Redemption }>();
  /** What was asked for by the id of each reservation: the same id again asks for the same, or is refused. */
  readonly requests = new Map<string, string>();
  private readonly versions: PinnedVersion[] = [];
  readonly references = new References();
  /** Entries of all customers in the order in which they were posted; none where somebody observes. */
  readonly entries: Entry[] = [];
  private readonly ownersOfSale = new Map<string, Set<CustomerLedger>>();
  /** What sales deserve, by rule and benefit: what budgets are used for (R15). */
  private readonly deserved = new Map<string, number>();
  private readonly salesOfCustomer = new Map<string, Set<string>>();
  adjustments = 0;
  returns = 0;

  /**
   * @param observer told of what happens; entries are not kept then
   * @param buyers customers known to have bought before the history begins (R17)
   * @param purchases by what sales are compared; null: each is a purchase by itself, as it is known which of them count
   */
  constructor(
    program: Program,
    readonly observer: HistoryObserver | null = null,
    readonly buyers: ReadonlySet<string> = new Set(),
    readonly purchases: Purchases | null = new Purchases(),
  ) {
    this.publish(program);
  }

  /** The version in force. */
  get current(): PinnedVersion {
    return this.versions.at(-1)!;
  }

  /** The version that pays a sale, or the one in force where none does yet. */
  versionOf({ programVersion }: SaleRecord): PinnedVersion {
    return programVersion === null ? this.current : this.versions[programVersion - 1]!;
  }

  publish(program: Program): void {
    this.versions.push({ version: this.versions.length + 1, program });
  }

  /** The customer's ledger, begun now if there is none. */
  customer(customerId: string): CustomerLedger {
    const known = this.customers.get(customerId);
    if (known) return known;
    const fresh = new CustomerLedger(customerId, this.observer, this.entries);
    this.customers.set(customerId, fresh);
    return fresh;
  }

  keepSale(sale: WorldSale): void {
    const { id, customerId } = sale.record;
    this.sales.set(id, sale);
    this.references.noteSale(sale.record);
    if (customerId !== null) addTo(this.salesOfCustomer, customerId, id);
  }

  keepRedemption(customer: CustomerLedger, redemption: Redemption): void {
    this.redemptions.set(redemption.id, { customer, redemption });
    this.references.noteUse(redemption);
  }

  /** Changes what a sale gives one customer, and counts the difference against budgets. */
  changeOfSale(customer: CustomerLedger, saleId: string, change: () => void): void {
    this.count(customer.ofSale(saleId), -1);
    change();
    this.count(customer.ofSale(saleId), 1);
    addTo(this.ownersOfSale, saleId, customer);
  }

  /** The sales that a reference may name (R46), as they are now, each by the one that counts for its purchase. */
  salesFor(saleRef: string | null): NamedSale[] {
    const called = this.references
      .salesCalled(saleRef)
      .map((id) => countingSale(this.sales, this.sales.get(id)!));
    return [...new Set(called)].map(({ record }) => namedSale(record));
  }

  grantsOf(saleId: string): Grant[] {
    return [...(this.ownersOfSale.get(saleId) ?? [])].flatMap((customer) => [...customer.ofSale(saleId)]);
  }

  /** What other sales deserve of a rule. */
  budgetUsed({ id, grant }: Pick<Rule, 'id' | 'grant'>, besides: string): number {
    const own = this.grantsOf(besides).filter(({ ruleId, type }) => ruleId === id && type === grant.type);
    const all = this.deserved.get(`${grant.type}/${id}`) ?? 0;
    return own.reduce((rest, one) => rest - settledAmount(one), all);
  }

  /** Other sales' grants of a customer in a month. */
  monthGrants(customerId: string, month: string, besides: string): Grant[] {
    const grants = this.customers.get(customerId)?.grants ?? [];
    return grants.filter(
      (grant) => grant.saleId !== besides && grant.month === month && countedForMonth(grant) > 0,
    );
  }

  /** The customer's sales as they are now. */
  salesOf(customerId: string): SaleRecord[] {
    return [...(this.salesOfCustomer.get(customerId) ?? [])]
      .map((id) => this.sales.get(id)!.record)
      .filter((record) => record.customerId === customerId);
  }

  private count(grants: readonly Grant[], sign: 1 | -1): void {
    for (const grant of grants) {
      const key = `${grant.type}/${grant.ruleId}`;
      this.deserved.set(key, (this.deserved.get(key) ?? 0) + sign * settledAmount(grant));
    }
  }
}

function addTo<T>(sets: Map<string, Set<T>>, key: string, item: T): void {
  const set = sets.get(key);
  if (set) set.add(item);
  else sets.set(key, new Set([item]));
}
