import type { Instant } from '../../basis';
import { Book, emptyWallet, isOpen } from '../../ledger';
import type { BenefitType, Entry, Grant, Lot, Redemption, Wallet } from '../../ledger';
import type { HistoryObserver } from './observer';

/** What an operation is about, beyond what is open anyway. */
export interface About {
  saleId?: string;
  redemption?: Redemption;
  /** Other uses of the customer. */
  besides?: readonly Redemption[];
  voucher?: Lot;
}

/**
 * One customer's value in memory. Operations see what is open and what they are about, as the store loads it, so that
 * a long history costs no more than a short one.
 */
export class CustomerLedger {
  readonly lots = new Map<string, Lot>();
  readonly redemptions: Redemption[] = [];
  readonly grants: Grant[] = [];
  readonly entries: Entry[] = [];
  private readonly shared: Wallet;
  private readonly open = new Set<Lot>();
  private readonly reserved = new Set<Redemption>();
  private readonly lotsOfSale = new Map<string, Lot[]>();
  private readonly grantsOfSale = new Map<string, Grant[]>();
  private readonly usesOfVoucher = new Map<string, Redemption[]>();
  private readonly collecting = new Set<Grant>();

  constructor(
    readonly customerId: string,
    private readonly observer: HistoryObserver | null,
    private readonly all: Entry[],
  ) {
    this.shared = emptyWallet(customerId);
  }

  /** Lets `operate` move value, and keeps what it changed, also when it refuses: then only time has done something. */
  change<T>(about: About, now: Instant, operate: (book: Book, now: Instant) => T): T {
    const wallet = this.walletFor(about);
    const before = {
      lots: wallet.lots.length,
      redemptions: wallet.redemptions.length,
      grants: wallet.grants.length,
    };
    const book = new Book(wallet);
    try {
      return operate(book, Math.max(now, wallet.lastAt));
    } finally {
      wallet.lots.slice(before.lots).forEach((lot) => this.addLot(lot));
      wallet.redemptions.slice(before.redemptions).forEach((redemption) => this.addRedemption(redemption));
      wallet.grants.slice(before.grants).forEach((grant) => this.addGrant(grant));
      this.keepBooks(book);
      this.shared.lastAt = wallet.lastAt;
    }
  }

  /** Everything of the customer, closed lots and redemptions too. */
  whole(): Wallet {
    return {
      ...this.shared,
      lots: [...this.lots.values()],
      redemptions: this.redemptions,
      grants: this.grants,
    };
  }

  /** What the customer owes of one benefit. */
  debtOf(type: BenefitType): number {
    return this.shared.debt[type];
  }

  /** Grants of one sale. */
  ofSale(saleId: string): readonly Grant[] {
    return this.grantsOfSale.get(saleId) ?? [];
  }

  /** Vouchers that one sale gave. */
  vouchersOf(saleId: string): Lot[] {
    return (this.lotsOfSale.get(saleId) ?? []).filter(({ type }) => type === 'voucher');
  }

  /** Every use that was made of a voucher. */
  usesOf({ id }: Lot): readonly Redemption[] {
    return this.usesOfVoucher.get(id) ?? [];
  }

  private walletFor({ saleId, redemption, besides = [], voucher }: About): Wallet {
    const redemptions = new Set([
      ...this.reserved,
      ...(redemption ? [redemption] : []),
      ...besides,
      ...(voucher ? this.usesOf(voucher) : []),
    ]);
    const drawn = [...redemptions].flatMap(({ draws }) => draws.map(({ lotId }) => this.lots.get(lotId)!));
    const ofSale = saleId === undefined ? [] : (this.lotsOfSale.get(saleId) ?? []);
    return {
      ...this.shared,
      debt: this.shared.debt,
      lots: [...new Set([...this.open, ...ofSale, ...drawn, ...(voucher ? [voucher] : [])])],
      redemptions: [...redemptions],
      grants: [...new Set([...(saleId === undefined ? [] : this.ofSale(saleId)), ...this.collecting])],
    };
  }

  private addLot(lot: Lot): void {
    this.lots.set(lot.id, lot);
    if (lot.saleId !== null) append(this.lotsOfSale, lot.saleId, lot);
  }

  private addRedemption(redemption: Redemption): void {
    this.redemptions.push(redemption);
    if (redemption.type === 'voucher') append(this.usesOfVoucher, redemption.draws[0]!.lotId, redemption);
  }

  private addGrant(grant: Grant): void {
    this.grants.push(grant);
    append(this.grantsOfSale, grant.saleId, grant);
  }

  private keepBooks(book: Book): void {
    const { entries, lots, redemptions, grants } = book.changes();
    if (this.observer) this.observer.posted(entries);
    else {
      this.entries.push(...entries);
      this.all.push(...entries);
    }
    for (const lot of lots) keepIf(this.open, lot, isOpen(lot));
    for (const redemption of redemptions) keepIf(this.reserved, redemption, redemption.state === 'reserved');
    for (const grant of grants) keepIf(this.collecting, grant, grant.collectsLater && grant.letOff > 0);
  }
}

function keepIf<T>(set: Set<T>, item: T, kept: boolean): void {
  if (kept) set.add(item);
  else set.delete(item);
}

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
