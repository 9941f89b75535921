import {
  adjust,
  Book,
  catchUp,
  emptyWallet,
  isOpen,
  settleSale,
  walletTotals,
} from '../../../src/loyalty/ledger';
import { endReminder } from '../../../src/loyalty/notice';
import type { ReminderEnd } from '../../../src/loyalty/notice';
import { confirm, refund, release, reserve, rollback } from '../../../src/loyalty/redemption';
import type {
  Adjustment,
  Cause,
  Entry,
  Grant,
  Lot,
  Redemption,
  SaleSettlement,
  Wallet,
} from '../../../src/loyalty/ledger';
import type { LedgerCase } from '../../../src/loyalty/ledger/proof';
import type { ReserveCommand } from '../../../src/loyalty/redemption';

/** What an operation is about, beyond what is open anyway. */
interface About {
  saleId?: string;
  redemptionId?: string;
  saleRef?: string;
  /** A voucher's code: it comes with every use that was made of it. */
  voucherCode?: string;
}

const BY_STAFF: Cause = { kind: 'redemption' };

/**
 * One customer's ledger, kept as a database keeps it. An operation gets only what it may count on (open lots and
 * reservations, what it is about, grants that still collect), never in the order it was made; what it changed is kept
 * when it succeeds, and nothing when it throws. A natural key can be written once.
 */
export class CustomerLedger {
  readonly entries: Entry[] = [];
  private readonly keys = new Set<string>();
  private readonly lots = new Map<string, Lot>();
  private readonly redemptions = new Map<string, Redemption>();
  private readonly grants = new Map<string, Grant>();
  private debt = { cashback: 0, points: 0 };
  private lastAt = 0;

  constructor(readonly customerId = 'cus_1') {}

  look(now: number): void {
    this.change({}, now, (book, at) => catchUp(book, at));
  }

  settle(settlement: SaleSettlement, now: number): void {
    this.change({ saleId: settlement.saleId }, now, (book, at) => settleSale(book, settlement, at));
  }

  /** A reminder of what ends then is owed no more. */
  remind(saleId: string, end: number, now: number, why: ReminderEnd = 'accepted'): void {
    this.change({ saleId }, now, (book, at) => endReminder(book, { saleId, end, why }, at));
  }

  reserve(command: ReserveCommand, now: number): Redemption {
    const about = command.saleRef === null ? {} : { saleRef: command.saleRef };
    return this.change(about, now, (book, at) => reserve(book, command, at));
  }

  confirm(redemptionId: string, now: number): Redemption {
    return this.change({ redemptionId }, now, (book, at) =>
      confirm(book, find(book, redemptionId), BY_STAFF, at, []),
    );
  }

  release(redemptionId: string, now: number): Redemption {
    return this.change({ redemptionId }, now, (book, at) =>
      release(book, find(book, redemptionId), BY_STAFF, at),
    );
  }

  rollback(redemptionId: string, now: number): Redemption {
    return this.change({ redemptionId }, now, (book, at) =>
      rollback(book, find(book, redemptionId), BY_STAFF, at),
    );
  }

  refund(redemptionId: string, saleId: string, now: number): void {
    this.change({ redemptionId }, now, (book, at) => refund(book, find(book, redemptionId), saleId, at));
  }

  /** Something done with a voucher. */
  voucher<T>(voucherCode: string, now: number, operation: (book: Book, now: number) => T): T {
    return this.change({ voucherCode }, now, operation);
  }

  adjust(adjustment: Adjustment, now: number): void {
    this.change({}, now, (book, at) => adjust(book, adjustment, at));
  }

  /** Everything there is, as a copy. */
  wallet(): Wallet {
    return copyOf({
      customerId: this.customerId,
      debt: this.debt,
      lastAt: this.lastAt,
      lots: [...this.lots.values()],
      redemptions: [...this.redemptions.values()],
      grants: [...this.grants.values()],
    });
  }

  proof(): LedgerCase {
    const wallet = this.wallet();
    const totals = { cashback: walletTotals(wallet, 'cashback'), points: walletTotals(wallet, 'points') };
    return { wallet, entries: [...this.entries], totals };
  }

  /** The same ledger, to try something out on. */
  copy(): CustomerLedger {
    const copy = new CustomerLedger(this.customerId);
    const { lots, redemptions, grants, debt, lastAt } = this.wallet();
    for (const lot of lots) copy.lots.set(lot.id, lot);
    for (const redemption of redemptions) copy.redemptions.set(redemption.id, redemption);
    for (const grant of grants) copy.grants.set(grantKey(grant), grant);
    copy.debt = debt;
    copy.lastAt = lastAt;
    for (const entry of this.entries) {
      copy.entries.push(entry);
      copy.keys.add(entry.key);
    }
    return copy;
  }

  private change<T>(about: About, now: number, operation: (book: Book, now: number) => T): T {
    const book = new Book(copyOf(this.load(about)));
    const result = operation(book, Math.max(now, this.lastAt));
    this.save(book);
    return result;
  }

  private load({ saleId, redemptionId, saleRef, voucherCode }: About): Wallet {
    const voucher = [...this.lots.values()].find(
      (lot) => voucherCode !== undefined && lot.voucher?.code === voucherCode,
    );
    const redemptions = [...this.redemptions.values()].filter(
      ({ id, state, ...other }) =>
        state === 'reserved' ||
        id === redemptionId ||
        (saleRef !== undefined && other.saleRef === saleRef) ||
        (voucher !== undefined && other.draws.some(({ lotId }) => lotId === voucher.id)),
    );
    const drawn = new Set(redemptions.flatMap(({ draws }) => draws.map(({ lotId }) => lotId)));
    const lots = [...this.lots.values()].filter(
      (lot) =>
        isOpen(lot) ||
        (saleId !== undefined && lot.saleId === saleId) ||
        lot === voucher ||
        drawn.has(lot.id),
    );
    const grants = [...this.grants.values()].filter(
      (grant) => grant.saleId === saleId || (grant.collectsLater && grant.letOff > 0),
    );
    return {
      ...emptyWallet(this.customerId),
      debt: this.debt,
      lastAt: this.lastAt,
      lots: lots.reverse(),
      redemptions: redemptions.reverse(),
      grants: grants.reverse(),
    };
  }

  private save(book: Book): void {
    const { entries, lots, redemptions, grants } = book.changes();
    for (const entry of entries) {
      if (this.keys.has(entry.key)) throw new Error(`The key ${entry.key} is written twice.`);
      this.keys.add(entry.key);
      this.entries.push(entry);
    }
    for (const lot of lots) this.lots.set(lot.id, lot);
    for (const redemption of redemptions) this.redemptions.set(redemption.id, redemption);
    for (const grant of grants) this.grants.set(grantKey(grant), grant);
    this.debt = { ...book.wallet.debt };
    this.lastAt = book.wallet.lastAt;
  }
}

/** A copy deep enough for everything that an operation may change. */
function copyOf(wallet: Wallet): Wallet {
  return {
    ...wallet,
    debt: { ...wallet.debt },
    lots: wallet.lots.map((lot) => ({ ...lot, buckets: { ...lot.buckets } })),
    redemptions: wallet.redemptions.map((redemption) => ({ ...redemption })),
    grants: wallet.grants.map((grant) => ({ ...grant })),
  };
}

function grantKey({ saleId, ruleId, type, customerId }: Grant): string {
  return [saleId, ruleId, type, customerId].join('/');
}

function find(book: Book, redemptionId: string): Redemption {
  const redemption = book.wallet.redemptions.find(({ id }) => id === redemptionId);
  if (!redemption) throw new Error(`There is no redemption ${redemptionId}.`);
  return redemption;
}
