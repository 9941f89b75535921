import { expiryEnd } from '../../../src/loyalty/calendar';
import { Book, catchUp, emptyWallet, settleSale, redemptionTerms } from '../../../src/loyalty/ledger';
import type { BenefitType, Deserved, Redemption } from '../../../src/loyalty/ledger';
import { afterAttempt, dueNotices } from '../../../src/loyalty/notice';
import type { DueNotice } from '../../../src/loyalty/notice';
import { programSchema } from '../../../src/loyalty/program';
import type { Program, ProgramInput } from '../../../src/loyalty/program';
import { reserve } from '../../../src/loyalty/redemption';
import { benefitState, holdingsIn, patched } from '../../../src/loyalty/sale';
import type { Sale, SalePatch } from '../../../src/loyalty/sale';
import { aSale, DAY, SOLD_AT, ZONE } from '../sale/sales';

export const CODE = 'K7QM-3XRT-9WHP';

/** Cents of cashback, points, and whether there is a voucher. */
export interface Earning {
  cents?: number;
  points?: number;
  voucher?: boolean;
}

/** A program with every notice, whose cashback and points last 90 days and whose voucher lasts 60. */
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

/** One sale, its customers' real wallets, and what they were told: the life of a sale without its engines. */
export class Scene {
  sale: Sale;
  now = SOLD_AT;
  readonly books = new Map<string, Book>();
  readonly uses: Redemption[] = [];

  constructor(
    readonly program: Program = aProgram(),
    sale: SalePatch = {},
  ) {
    this.sale = aSale(sale);
  }

  /** The present owner's. */
  get book(): Book {
    const customerId = this.sale.owner.customerId ?? 'nobody';
    const book = this.books.get(customerId) ?? new Book(emptyWallet(customerId));
    this.books.set(customerId, book);
    return book;
  }

  /** Changes the sale as its source or its staff would. */
  change(patch: SalePatch): this {
    const event = { at: this.now, event: 'changed', text: 'Venda alterada' };
    this.sale = { ...patched(this.sale, patch), timeline: [...this.sale.timeline, event] };
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
        deserved: deservedBy(earning),
        dates: ({ type }, from) => {
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
        ...{ terms: redemptionTerms(this.program), limits, sales: [] },
      },
      this.now,
    );
    this.uses.push(use);
    this.look();
    return use;
  }

  /** The uses that were undone, in the order of the ledger. */
  undone(): Redemption[] {
    return this.book.entries
      .filter(({ type }) => type === 'ROLLBACK')
      .flatMap(({ cause }) => this.uses.find(({ id }) => id === cause.redemptionId) ?? []);
  }

  notices(): DueNotice[] {
    return dueNotices(this.sale, holdingsIn(this.book.wallet, this.sale.id), this.program, this.now);
  }

  /** The notices of one kind that are to be given, now or later. */
  due(kind: string): DueNotice[] {
    return this.notices().filter(({ key }) => key.startsWith(kind));
  }

  keys(kind: string): string[] {
    return this.due(kind).map(({ key }) => key);
  }

  /** Gives every notice of one kind, and says how many there were. */
  give(kind: string): number {
    const keys = this.keys(kind);
    for (const key of keys) this.attempt(key);
    return keys.length;
  }

  /** Tries to give one notice; some channels are to be tried again. */
  attempt(key: string, ...retries: number[]): this {
    const { notices } = this.sale;
    this.sale = { ...this.sale, notices: { ...notices, ...afterAttempt(notices, key, retries, false) } };
    return this;
  }

  /** Lets one notice wait until an instant: nobody has heard of it. */
  wait(key: string, until: number): this {
    const { notices } = this.sale;
    this.sale = { ...this.sale, notices: { ...notices, ...afterAttempt(notices, key, [until], true) } };
    return this;
  }

  private look(): this {
    const state = benefitState(this.sale, holdingsIn(this.book.wallet, this.sale.id));
    this.sale = patched(this.sale, { benefit: state });
    return this;
  }
}

function deservedBy({ cents = 0, points = 0, voucher = false }: Earning): Deserved[] {
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
