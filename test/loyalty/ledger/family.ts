import { Book, catchUp, emptyWallet, settleSale, walletTotals } from '../../../src/loyalty/ledger';
import { broughtBy, merge, mergePart, unmerge } from '../../../src/loyalty/customer';
import { partsOfMerge, partsOfUnmerge, unmergePart } from '../../../src/loyalty/customer';
import type { MergedValue, MergeParts } from '../../../src/loyalty/customer';
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

  /** The same merge in parts of so many lots. @param look after each of them */
  mergeInParts(from: string, into: string, now: number, atMost: number, look: () => void): KeptMerge {
    const id = `m${this.merges.length + 1}`;
    const saleIds = [...this.sales].filter(([, { owner }]) => owner === from).map(([saleId]) => saleId);
    const order = { id, cause: { kind: 'merge' as const, mergeId: id }, saleIds };
    const { brought, parts, at } = this.both(from, into, now, (a, b, at) => {
      for (const book of [a, b]) catchUp(book, at);
      return { at, brought: broughtBy(a, b, order), parts: partsOfMerge(a, atMost) };
    });
    look();
    this.inParts([from, into], parts, [], look, (a, b, part) => mergePart(a, b, { ...order, part }, at));
    this.both(from, into, at, (a, b) => merge(a, b, { ...order, part: parts.ends.length }, at));
    for (const saleId of saleIds) this.sales.get(saleId)!.owner = into;
    const kept = { id, from, into, saleIds, brought, entries: this.entriesOf(into).length, undone: false };
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
    const { from, into } = kept;
    const order = this.undoOrder(kept);
    this.both(into, from, now, (b, a, at) => unmerge(b, a, order, at));
    this.toldApart(kept);
  }

  /** The same in parts of so many lots. @param look after each of them */
  undoInParts(kept: KeptMerge, now: number, atMost: number, look: () => void): void {
    const { from, into } = kept;
    const order = this.undoOrder(kept);
    const { parts, at } = this.both(into, from, now, (b, a, at) => {
      for (const book of [b, a]) catchUp(book, at);
      return { at, parts: partsOfUnmerge(b, order, atMost) };
    });
    look();
    this.inParts([into, from], parts, parts.stayingIds, look, (b, a, part) =>
      unmergePart(b, a, { ...order, part }, at),
    );
    // Read anew, as what time did before the first part is told in the ledger by now.
    const last = { ...this.undoOrder(kept), part: parts.ends.length };
    this.both(into, from, at, (b, a) => unmerge(b, a, last, at));
    this.toldApart(kept);
  }

  private undoOrder(kept: KeptMerge) {
    const { id, into, brought, saleIds } = kept;
    const entries = this.entriesOf(into);
    const first = entries.findIndex(({ cause }) => cause.mergeId === id);
    const since = first < 0 ? entries.slice(kept.entries) : entries.slice(first);
    return { id, cause: { kind: 'merge' as const, mergeId: id }, saleIds, brought, since };
  }

  /** A sale that another customer has by now stays with them. */
  private toldApart(kept: KeptMerge): void {
    for (const saleId of kept.saleIds) {
      const sale = this.sales.get(saleId)!;
      if (sale.owner === kept.into) sale.owner = kept.from;
    }
    kept.undone = true;
  }

  private inParts(
    [giver, taker]: [string, string],
    { lotIds, ends }: MergeParts,
    stayingIds: readonly string[],
    look: () => void,
    move: (from: Book, into: Book, part: number) => void,
  ): void {
    for (const [part, end] of ends.entries()) {
      const lots = new Set(lotIds.slice(ends[part - 1] ?? 0, end));
      this.piece([giver, taker], lots, stayingIds, (a, b) => move(a, b, part));
      look();
    }
  }

  /** Works on a piece of two wallets, and puts it back where it belongs. */
  private piece(
    [giver, taker]: [string, string],
    lotIds: ReadonlySet<string>,
    stayingIds: readonly string[],
    move: (from: Book, into: Book) => void,
  ): void {
    const [from, into] = [this.wallet(giver), this.wallet(taker)];
    const lots = from.lots.filter(({ id }) => lotIds.has(id));
    const sales = new Set(lots.map(({ saleId }) => saleId));
    const redemptions = from.redemptions.filter(
      ({ id, draws }) => lotIds.has(draws[0]!.lotId) && !stayingIds.includes(id),
    );
    const grantsOf = (wallet: Wallet): Wallet['grants'] =>
      wallet.grants.filter(({ saleId }) => sales.has(saleId));
    const a = new Book({ ...from, lots, redemptions, grants: grantsOf(from) });
    const b = new Book({ ...into, lots: [], redemptions: [], grants: grantsOf(into) });
    move(a, b);
    for (const [book, whole] of [
      [a, from],
      [b, into],
    ] as const) {
      const { debt, lastAt, customerId } = book.wallet;
      const apart = {
        lots: new Set(lots),
        redemptions: new Set(redemptions),
        grants: new Set(grantsOf(whole)),
      };
      const wallet = {
        ...{ customerId, debt, lastAt },
        lots: [...whole.lots.filter((one) => !apart.lots.has(one)), ...book.wallet.lots],
        redemptions: [
          ...whole.redemptions.filter((one) => !apart.redemptions.has(one)),
          ...book.wallet.redemptions,
        ],
        grants: [...whole.grants.filter((one) => !apart.grants.has(one)), ...book.wallet.grants],
      };
      this.save(book, wallet);
    }
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

  private save(book: Book, wallet = book.wallet): void {
    const { customerId } = book.wallet;
    for (const entry of book.entries) {
      if (this.keys.has(entry.key)) throw new Error(`The key ${entry.key} is written twice.`);
      this.keys.add(entry.key);
      this.entries.get(customerId)!.push(structuredClone(entry));
    }
    this.wallets.set(customerId, wallet);
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
