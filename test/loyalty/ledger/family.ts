import { Book, catchUp, emptyWallet, settleSale, walletTotals } from '../../../src/loyalty/ledger';
import { merge, unmerge } from '../../../src/loyalty/customer';
import type { MergedValue } from '../../../src/loyalty/customer';
import type { Deserved, Entry, Redemption, SaleSettlement, Wallet } from '../../../src/loyalty/ledger';
import type { LedgerCase } from '../../../src/loyalty/ledger/proof';

type Operation<T> = (book: Book, now: number) => T;

/** A merge as it is kept for being undone. */
export interface KeptMerge {
  id: string;
  from: string;
  into: string;
  saleIds: string[];
  brought: MergedValue;
  /** How many entries the ledger of who remained had by then. */
  entries: number;
  undone: boolean;
}

/** A sale, whose it is, and what it deserves. */
interface KeptSale {
  owner: string;
  deserved: Deserved[];
}

/** Several customers and their sales, as a database keeps them: what throws changes nothing, a key is written once. */
export class Family {
  readonly sales = new Map<string, KeptSale>();
  readonly merges: KeptMerge[] = [];
  private readonly wallets = new Map<string, Wallet>();
  private readonly entries = new Map<string, Entry[]>();
  private readonly keys = new Set<string>();

  constructor(
    readonly customers: readonly string[],
    private readonly settlementOf: (saleId: string, deserved: Deserved[], now: number) => SaleSettlement,
  ) {
    for (const customer of customers) {
      this.wallets.set(customer, emptyWallet(customer));
      this.entries.set(customer, []);
    }
  }

  wallet(customer: string): Wallet {
    return structuredClone(this.wallets.get(customer)!);
  }

  entriesOf(customer: string): readonly Entry[] {
    return this.entries.get(customer)!;
  }

  /** Who is asked for when `customer` is. */
  current(customer: string): string {
    const merged = this.merges.findLast(({ from, undone }) => from === customer && !undone);
    return merged ? this.current(merged.into) : customer;
  }

  change<T>(customer: string, now: number, operation: Operation<T>): T {
    const book = this.bookOf(customer);
    const result = operation(book, Math.max(now, book.wallet.lastAt));
    this.save(book);
    return result;
  }

  look(now: number): void {
    for (const customer of this.customers) this.change(customer, now, catchUp);
  }

  /** Whoever has the redemption moves it. */
  redeem(
    id: string,
    now: number,
    operation: (book: Book, redemption: Redemption, now: number) => unknown,
  ): void {
    const holder = this.customers.find((one) =>
      this.wallets.get(one)!.redemptions.some((red) => red.id === id),
    )!;
    this.change(holder, now, (book, at) =>
      operation(
        book,
        book.wallet.redemptions.find((one) => one.id === id)!,
        at,
      ),
    );
  }

  /** Settles a sale with everybody who has something of it: taken from the others, then earned by its owner (R26). */
  settle(saleId: string, now: number): void {
    const { owner, deserved } = this.sales.get(saleId)!;
    for (const customer of this.customers)
      if (customer !== owner && this.wallets.get(customer)!.grants.some((grant) => grant.saleId === saleId))
        this.change(customer, now, (book, at) => settleSale(book, this.settlementOf(saleId, [], at), at));
    this.change(owner, now, (book, at) => settleSale(book, this.settlementOf(saleId, deserved, at), at));
  }

  settleAll(now: number): void {
    for (const saleId of this.sales.keys()) this.settle(saleId, now);
  }

  merge(from: string, into: string, now: number): KeptMerge {
    const id = `m${this.merges.length + 1}`;
    const saleIds = [...this.sales].filter(([, { owner }]) => owner === from).map(([saleId]) => saleId);
    const order = { id, cause: { kind: 'merge' as const, mergeId: id }, saleIds };
    const brought = this.both(from, into, now, (a, b, at) => merge(a, b, order, at));
    for (const saleId of saleIds) this.sales.get(saleId)!.owner = into;
    const entries = this.entriesOf(into).length;
    const kept = { id, from, into, saleIds, brought, entries, undone: false };
    this.merges.push(kept);
    return kept;
  }

  /** Whether no later merge into the same customer, or of that customer, stands in the way. */
  canUndo(kept: KeptMerge): boolean {
    const salesOf = ({ saleIds, brought }: KeptMerge): string[] => [
      ...saleIds,
      ...brought.accounts.map(({ saleId }) => saleId),
    ];
    const mine = new Set(salesOf(kept));
    const later = this.merges.slice(this.merges.indexOf(kept) + 1).filter(({ undone }) => !undone);
    return (
      !kept.undone &&
      !later.some(
        (other) =>
          other.from === kept.into ||
          (other.into === kept.into && salesOf(other).some((saleId) => mine.has(saleId))),
      )
    );
  }

  undo(kept: KeptMerge, now: number): void {
    const { id, from, into, brought } = kept;
    const saleIds = kept.saleIds.filter((saleId) => this.sales.get(saleId)!.owner === into);
    const entries = this.entriesOf(into);
    const first = entries.findIndex(({ cause }) => cause.mergeId === id);
    const since = first < 0 ? entries.slice(kept.entries) : entries.slice(first);
    const order = { id, cause: { kind: 'merge' as const, mergeId: id }, saleIds, brought, since };
    this.both(into, from, now, (b, a, at) => unmerge(b, a, order, at));
    for (const saleId of saleIds) this.sales.get(saleId)!.owner = from;
    kept.undone = true;
  }

  /** The same family, to try something out on. */
  copy(): Family {
    const copy = new Family(this.customers, this.settlementOf);
    for (const [saleId, sale] of this.sales) copy.sales.set(saleId, { ...sale });
    copy.merges.push(...structuredClone(this.merges));
    for (const customer of this.customers) {
      copy.wallets.set(customer, this.wallet(customer));
      copy.entries.set(customer, [...this.entriesOf(customer)]);
    }
    for (const key of this.keys) copy.keys.add(key);
    return copy;
  }

  proof(): LedgerCase[] {
    return this.customers.map((customer) => {
      const wallet = this.wallet(customer);
      const totals = { cashback: walletTotals(wallet, 'cashback'), points: walletTotals(wallet, 'points') };
      return { wallet, entries: [...this.entries.get(customer)!], totals };
    });
  }

  entryCount(): number {
    return this.keys.size;
  }

  private both<T>(
    one: string,
    other: string,
    now: number,
    operation: (a: Book, b: Book, at: number) => T,
  ): T {
    const a = this.bookOf(one);
    const b = this.bookOf(other);
    const result = operation(a, b, Math.max(now, a.wallet.lastAt, b.wallet.lastAt));
    this.save(a);
    this.save(b);
    return result;
  }

  private bookOf(customer: string): Book {
    return new Book(this.wallet(customer));
  }

  private save(book: Book): void {
    const { customerId } = book.wallet;
    for (const entry of book.entries) {
      if (this.keys.has(entry.key)) throw new Error(`The key ${entry.key} is written twice.`);
      this.keys.add(entry.key);
      this.entries.get(customerId)!.push(structuredClone(entry));
    }
    this.wallets.set(customerId, book.wallet);
  }
}

/** What everybody has together, less what they owe, by benefit. */
export function valueOf(cases: readonly LedgerCase[]): Record<string, number> {
  const sum = (type: 'cashback' | 'points'): number =>
    cases.reduce(
      (total, { totals: { [type]: one } }) => total + one.active + one.pending + one.reserved - one.debt,
      0,
    );
  return { cashback: sum('cashback'), points: sum('points') };
}

/** What a wallet holds, without the counters of natural keys and empty grants. */
export function contentOf({ lots, redemptions, grants, debt }: Wallet): unknown {
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  return {
    debt,
    lots: [...lots].sort(byId),
    redemptions: [...redemptions].sort(byId),
    grants: grants
      .filter(({ granted }) => granted > 0)
      .map(({ clawbacks: _clawbacks, ...grant }) => grant)
      .sort((a, b) => (`${a.saleId}/${a.ruleId}/${a.type}` < `${b.saleId}/${b.ruleId}/${b.type}` ? -1 : 1)),
  };
}
