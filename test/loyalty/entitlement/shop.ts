import {
  bringUpToDate,
  isPurchaseOf,
  keptBenefit,
  namedSale,
  runAtOnce,
  runAwaiting,
  saleRecord,
} from '../../../src/loyalty/entitlement';
import type { AroundSale, PinnedVersion, SaleRecord } from '../../../src/loyalty/entitlement';
import { Book, emptyWallet, netGranted, redemptionTerms } from '../../../src/loyalty/ledger';
import type { EntryType, Redemption, Wallet } from '../../../src/loyalty/ledger';
import type { Program } from '../../../src/loyalty/program';
import { reserve } from '../../../src/loyalty/redemption';
import type { NamedSale } from '../../../src/loyalty/redemption';
import type { Sale, SalePatch } from '../../../src/loyalty/sale';

export const ZONE = 'America/Sao_Paulo';
export const NOON = Date.parse('2026-03-10T12:00-03:00');

/** A sale of 100,00 that Ana completed at noon, as a source other than the ERP tells it. */
export function aSale(id: string, patch: SalePatch = {}): Sale {
  return patched(
    {
      id,
      merchantId: 'mer',
      source: {
        ...{ channel: 'pos', externalId: id, connectionId: null, number: null, marketplaceNumber: null },
        ...{
          invoiceNumber: null,
          accessKey: null,
          erpNumber: null,
          refs: [id],
          status: 'completed',
          refusal: null,
          contactId: null,
        },
        ...{ completedAt: NOON, readAt: NOON },
      },
      content: {
        ...{ storeId: null, soldAt: NOON, zone: ZONE, items: [] },
        ...{ totalCents: 10_000, freightCents: 0, otherExpensesCents: 0, discountCents: 0 },
      },
      owner: { customerId: 'ana', identifiedBy: null, claimedAt: null, claimCall: null, claimRequest: null },
      purchase: {
        ...{ duplicateOf: null, reviewId: null, tellings: [], comparedAs: null },
        ...{ returns: [], returnedCents: 0 },
      },
      benefit: {
        ...{
          programVersion: null,
          pinned: null,
          formerPins: [],
          usesFoundBy: null,
          evaluated: null,
          explanation: [],
          status: 'waiting',
        },
        ...{ earnedCents: 0, earnedPoints: 0, earnedVouchers: 0, activatesAt: null, expiresAt: null },
        ...{ refundedCents: 0, voided: false },
      },
      notices: { silent: false, given: [], postponed: [] },
      timeline: [],
      createdAt: NOON,
      version: 1,
    },
    patch,
  );
}

/** The sale with a change of some of its parts. */
export function patched(sale: Sale, patch: SalePatch): Sale {
  return {
    ...sale,
    source: { ...sale.source, ...patch.source },
    content: { ...sale.content, ...patch.content },
    owner: { ...sale.owner, ...patch.owner },
    purchase: { ...sale.purchase, ...patch.purchase },
    benefit: { ...sale.benefit, ...patch.benefit },
    notices: { ...sale.notices, ...patch.notices },
  };
}

/** A merchant in memory who keeps sales in their shape, as the store does, and brings them up to date either way. */
export class Shop {
  now = NOON;
  readonly sales = new Map<string, Sale>();
  readonly wallets = new Map<string, Wallet>();
  /** Types of the entries so far, in order. */
  readonly entries: EntryType[] = [];
  /** Other sales that were asked to look again. */
  readonly woken: string[] = [];
  /** How often a sale was calculated. */
  calculations = 0;
  private readonly undone = new Map<string, string[]>();

  constructor(public version: PinnedVersion | null) {}

  /** Stores the sale with a change, and brings it up to date. */
  tell(saleId: string, patch: SalePatch = {}): Sale {
    const sale = this.changed(saleId, patch);
    return runAtOnce(bringUpToDate(saleRecord(sale), this.around(sale)));
  }

  /** The same, each answer taking its time. */
  async tellSlowly(saleId: string, patch: SalePatch = {}): Promise<Sale> {
    const sale = this.changed(saleId, patch);
    return runAwaiting(bringUpToDate(saleRecord(sale), slowly(this.around(sale))));
  }

  /** Uses of a customer's cashback on a sale. */
  spend(id: string, customerId: string, amount: number, saleRef: string, confirm = true): void {
    const { redemption: limits, ...program } = this.version!.program;
    const terms = redemptionTerms({ redemption: limits });
    this.change(customerId, (book) => {
      reserve(
        book,
        {
          ...{ id, type: 'cashback', amount, saleTotalCents: 10_000, freightCents: 0, saleRef, confirm },
          ...{ operator: null, storeId: null, zone: program.timezone, terms, limits },
          sales: this.salesKnown(),
        },
        this.now,
      );
    });
  }

  /** What customers hold of a sale, by customer; those who hold nothing are left out. */
  netGranted(saleId: string): Record<string, number> {
    const grants = [...this.wallets.values()].flatMap((wallet) => wallet.grants);
    const own = grants.filter((grant) => grant.saleId === saleId && netGranted(grant) !== 0);
    return Object.fromEntries(own.map((grant) => [grant.customerId, netGranted(grant)]));
  }

  redemption(id: string): Redemption {
    const all = [...this.wallets.values()].flatMap(({ redemptions }) => redemptions);
    return all.find((one) => one.id === id)!;
  }

  private salesKnown(): NamedSale[] {
    return [...this.sales.values()].map((sale) => namedSale(saleRecord(sale)));
  }

  private changed(saleId: string, patch: SalePatch): Sale {
    const sale = patched(this.sales.get(saleId) ?? aSale(saleId), patch);
    this.sales.set(saleId, sale);
    return sale;
  }

  private change<T>(customerId: string, operate: (book: Book, now: number) => T): T {
    const wallet = this.wallets.get(customerId) ?? emptyWallet(customerId);
    this.wallets.set(customerId, wallet);
    const book = new Book(wallet);
    const result = operate(book, Math.max(this.now, wallet.lastAt));
    this.entries.push(...book.entries.map(({ type }) => type));
    return result;
  }

  private keep(sale: Sale, record: SaleRecord): Sale {
    const kept = patched(sale, { benefit: keptBenefit(sale, record) });
    this.sales.set(sale.id, kept);
    return kept;
  }

  private around(sale: Sale): AroundSale<Sale> {
    const wallets = (): Wallet[] => [...this.wallets.values()];
    const uses = (): Redemption[] => wallets().flatMap(({ redemptions }) => redemptions);
    const { customerId } = sale.owner;
    return {
      version: () => this.version,
      redemptions: () => uses().filter(({ saleId }) => saleId === sale.id),
      looseUses: () =>
        uses().filter(
          ({ saleId, state }) => saleId === null && (state === 'confirmed' || state === 'reserved'),
        ),
      salesFor: () => this.salesKnown(),
      keepSale: (redemption, kept) =>
        this.change(redemption.customerId, (book) => book.keepSale(redemption, kept)),
      lookAgain: (saleId) => void this.woken.push(saleId),
      undone: () => this.undone.get(sale.id) ?? [],
      grants: () => wallets().flatMap(({ grants }) => grants.filter(({ saleId }) => saleId === sale.id)),
      segments: () => [`group of ${customerId}`],
      codeOf: (ruleId) => `${sale.id}/${ruleId}`,
      calculated: () => void (this.calculations += 1),
      undo: (redemption, change) => {
        this.woken.push(...this.change(redemption.customerId, change));
        this.undone.set(sale.id, [...(this.undone.get(sale.id) ?? []), redemption.id]);
      },
      takeBack: (former, change) => this.change(former, change),
      changeOwner: (request, change) => {
        const others = [...this.sales.values()].filter(({ id }) => id !== sale.id).map(saleRecord);
        const bought = others.some((other) => isPurchaseOf(customerId!, other));
        const usage = { month: [], budget: {}, firstPurchase: !request?.firstPurchase || !bought };
        return this.keep(
          sale,
          this.change(customerId!, (book, now) => change(book, now, usage)),
        );
      },
      keep: (record) => this.keep(sale, record),
    };
  }
}

/** A merchant with one program. */
export function shopWith(program: Program | null): Shop {
  return new Shop(program && { version: 1, program });
}

/** The same surroundings, but every answer takes a while. */
function slowly<T>(around: AroundSale<T>): AroundSale<T> {
  const later =
    <Asked extends unknown[], Answered>(ask: (...asked: Asked) => Answered) =>
    async (...asked: Asked): Promise<Awaited<Answered>> => {
      await Promise.resolve();
      return await ask(...asked);
    };
  return {
    ...around,
    version: later(around.version.bind(around)),
    redemptions: later(around.redemptions.bind(around)),
    grants: later(around.grants.bind(around)),
    undo: later(around.undo.bind(around)),
    takeBack: later(around.takeBack.bind(around)),
    changeOwner: later(around.changeOwner.bind(around)),
    keep: later(around.keep.bind(around)),
  };
}
