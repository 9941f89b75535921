import { contentOf, tellsOf } from '../../../src/activities/notice';
import type { MessageFacts } from '../../../src/activities/notice';
import { statusFields, valueOf } from '../../../src/activities/sale';
import {
  Book,
  catchUp,
  emptyWallet,
  expiryEnd,
  patched,
  programSchema,
  reserve,
  settleSale,
  termsOf,
} from '../../../src/loyalty';
import type {
  BenefitType,
  Deserved,
  Program,
  ProgramInput,
  Redemption,
  Sale,
  Tell,
} from '../../../src/loyalty';
import type { RenderedMessage } from '../../../src/messaging';
import type { Customer } from '../../../src/store';
import { varied } from '../../loyalty/sale/varied';
import type { SaleVariation } from '../../loyalty/sale/varied';

export const ZONE = 'America/Sao_Paulo';
export const SOLD_AT = Date.parse('2026-11-03T15:00:00.000Z');
export const MINUTE = 60_000;
export const DAY = 86_400_000;
export const CODE = 'K7QM-3XRT-9WHP';

/** Cents of cashback, points, and whether there is a voucher. */
export interface Earning {
  cents?: number;
  points?: number;
  voucher?: boolean;
}

export function aProgram(change: Partial<ProgramInput> = {}): Program {
  return programSchema.parse({
    name: 'Clube da Loja',
    earning: { rules: [] },
    expiry: { after: 'P90D' },
    vouchers: {
      volta: { discount: { type: 'amount', cents: 2_000 }, minSaleCents: 10_000, validity: 'P60D' },
    },
    messages: { earned: {}, expiring: { before: ['P7D'] }, expired: {}, repurchase: { after: 'P45D' } },
    ...change,
  });
}

export function aSale(change: SaleVariation = {}): Sale {
  return varied(structuredClone(SALE), change);
}

const SALE: Sale = {
  id: 'sal_1',
  merchantId: 'mer_1',
  source: {
    channel: 'pos',
    externalId: 'venda-1',
    connectionId: null,
    number: '10231',
    marketplaceNumber: null,
    invoiceNumber: null,
    refs: ['sal_1', 'venda-1', '10231'],
    status: 'completed',
    refusal: null,
    contactId: null,
    completedAt: SOLD_AT,
    readAt: null,
  },
  purchase: {
    duplicateOf: null,
    reviewId: null,
    tellings: [],
    comparedAs: null,
    returnedCents: 0,
    returns: [],
  },
  content: {
    storeId: null,
    zone: ZONE,
    soldAt: SOLD_AT,
    totalCents: 20_000,
    freightCents: 0,
    otherExpensesCents: 0,
    discountCents: 0,
    items: [],
  },
  owner: { identifiedBy: null, customerId: 'cus_1', claimedAt: null, claimCall: null },
  benefit: {
    refundedCents: 0,
    voided: false,
    pinned: null,
    evaluated: null,
    programVersion: 1,
    status: 'waiting',
    earnedCents: 0,
    earnedPoints: 0,
    earnedVouchers: 0,
    activatesAt: null,
    expiresAt: null,
    explanation: [],
  },
  notices: { silent: false, given: [], postponed: [] },
  timeline: [{ at: SOLD_AT, event: 'completed', text: 'Venda concluída' }],
  createdAt: SOLD_AT,
  version: 1,
};

const CUSTOMER: Customer = {
  id: 'cus_1',
  merchantId: 'mer_1',
  name: 'ANA SOUZA',
  document: null,
  phones: [],
  emails: [],
  birthDate: null,
  segments: [],
  mergedInto: null,
  createdAt: new Date(SOLD_AT),
  updatedAt: new Date(SOLD_AT),
};

/** One sale, its customer's real wallet, and what the customer was told: the steps of the sale without their engines. */
export class Scene {
  sale: Sale;
  now = SOLD_AT;
  readonly books = new Map<string, Book>();
  readonly uses: Redemption[] = [];

  constructor(
    readonly program: Program = aProgram(),
    sale: SaleVariation = {},
  ) {
    this.sale = aSale(sale);
  }

  get book(): Book {
    const customerId = this.sale.owner.customerId ?? 'nobody';
    const book = this.books.get(customerId) ?? new Book(emptyWallet(customerId));
    this.books.set(customerId, book);
    return book;
  }

  /** Changes the sale as its source or its staff would. */
  change(change: SaleVariation): this {
    const event = { at: this.now, event: 'changed', text: 'Venda alterada' };
    this.sale = varied(this.sale, { ...change, timeline: [...this.sale.timeline, event] });
    return this;
  }

  /** Settles the sale so that its owner holds just this of it. */
  deserve(earning: Earning, saleId = this.sale.id): this {
    const { program, sale, now } = this;
    settleSale(
      this.book,
      {
        saleId,
        programVersion: 1,
        zone: ZONE,
        month: '2026-11',
        policy: program.returns.clawback,
        deserved: deservedOf(earning),
        datesOf: ({ type }, from) => {
          const held = from === 'now' ? now : SOLD_AT + (program.holding.after === 'PT0S' ? 0 : 8 * DAY);
          const activatesAt = Math.max(held, sale.owner.claimedAt ?? 0);
          const rule = type === 'voucher' ? { after: 'P60D' } : program.expiry;
          return { activatesAt, expiresAt: expiryEnd(activatesAt, rule, ZONE) };
        },
      },
      now,
    );
    return this.look();
  }

  /** Lets time pass; the timers have run. */
  at(now: number): this {
    this.now = now;
    catchUp(this.book, now);
    return this.look();
  }

  /** Uses balance at once, on this sale or another. */
  spend(type: BenefitType, amount: number, saleRef: string | null = null): Redemption {
    const { redemption: limits } = this.program;
    const use = reserve(
      this.book,
      {
        ...{ id: `red_${this.uses.length + 1}`, type, amount, saleTotalCents: 20_000, freightCents: 0 },
        ...{ saleRef, operator: null, storeId: null, zone: ZONE, confirm: true },
        ...{ terms: termsOf(this.program), limits },
      },
      this.now,
    );
    this.uses.push(use);
    this.look();
    return use;
  }

  tells(): Tell[] {
    return tellsOf(this.sale, valueOf(this.book.wallet, this.sale.id), this.program, this.now);
  }

  /** The keys of one kind that are to be told, now or later. */
  keys(kind: string): string[] {
    return this.tells()
      .map(({ key }) => key)
      .filter((key) => key.startsWith(kind));
  }

  /** Tells everything of one kind, and says how often that was. */
  tell(kind: string): number {
    const keys = this.keys(kind);
    this.sale = patched(this.sale, { notices: { given: [...this.sale.notices.given, ...keys] } });
    return keys.length;
  }

  content(key: string, change: Partial<MessageFacts> = {}): RenderedMessage | null {
    const { sale, program, now, uses } = this;
    const entries = this.book.entries.map((entry, seq) => ({ ...entry, seq }));
    const { wallet } = this.book;
    const { pointValueCents } = program.redemption;
    return contentOf({
      ...{ sale, program, pointValueCents, wallet, customer: CUSTOMER, key, entries, uses, now },
      ...change,
    });
  }

  private look(): this {
    const value = valueOf(this.book.wallet, this.sale.id);
    this.sale = patched(this.sale, { benefit: statusFields(this.sale, value) });
    return this;
  }
}

function deservedOf({ cents = 0, points = 0, voucher = false }: Earning): Deserved[] {
  const face = {
    code: CODE,
    template: 'volta',
    discount: { type: 'amount' as const, cents: 2_000 },
    minSaleCents: 10_000,
    stores: null,
  };
  return [
    { ruleId: 'cashback', type: 'cashback', amount: cents },
    { ruleId: 'pontos', type: 'points', amount: points },
    ...(voucher ? [{ ruleId: 'vale', type: 'voucher' as const, amount: 1, face }] : []),
  ];
}
