import { reserve, settleSale, redemptionTerms } from '../../src/loyalty';
import type { Book, Program, SaleSettlement } from '../../src/loyalty';
import type { Store } from '../../src/store';

/** A sale of these cents is earned and used up again: four entries, and a lot that is closed. */
const CENTS = 500;
const ENTRIES_EACH = 4;
/** Lots a customer holds at any time, however long the history. */
const OPEN_LOTS = 5;
/** Sales written in one transaction while a history is made. */
const BATCH = 50;

const UNLIMITED = { minSaleCents: 0, minBalanceCents: 0, maxShareBps: 10_000 };

/** One customer whose ledger has a given length, and the two changes whose cost is measured. */
export class CustomerHistory {
  private sales = 0;

  constructor(
    private readonly store: Store,
    private readonly merchantId: string,
    readonly customerId: string,
    private readonly program: Program,
  ) {}

  /** Writes sales that are earned and used up, until the ledger has that many entries, and some open lots. */
  async grow(entries: number): Promise<void> {
    const used = Math.max(0, Math.floor((entries - 2 * OPEN_LOTS) / ENTRIES_EACH));
    for (let done = 0; done < used; done += BATCH)
      await this.change((book, now) => {
        for (let sale = done; sale < Math.min(used, done + BATCH); sale += 1) {
          settleSale(book, this.aSale(now), now);
          this.use(book, now);
        }
      });
    for (let lot = 0; lot < OPEN_LOTS; lot += 1) await this.grant();
  }

  /** A sale earns cashback, usable at once: two entries, in one transaction. */
  async grant(): Promise<void> {
    await this.change((book, now) => settleSale(book, this.aSale(now), now));
  }

  /** Balance is reserved and used at once: two entries, in one transaction. */
  async redeem(): Promise<void> {
    await this.change((book, now) => this.use(book, now));
  }

  private change(work: (book: Book, now: number) => void): Promise<void> {
    const next = this.sales + 1;
    const named = { refs: [`ref-${this.customerId}-${next}`], saleIds: [] };
    const about = { saleId: `${this.customerId}-sale-${next}`, named };
    return this.store.wallets.change(this.merchantId, this.customerId, about, Date.now(), (book, now) => {
      work(book, now);
      return { result: undefined };
    });
  }

  private aSale(now: number): SaleSettlement {
    this.sales += 1;
    return {
      saleId: `${this.customerId}-sale-${this.sales}`,
      programVersion: 1,
      zone: this.program.timezone,
      month: '2026-01',
      policy: 'allow_debt',
      deserved: [{ ruleId: 'cashback', type: 'cashback', amount: CENTS }],
      dates: () => ({ activatesAt: now, expiresAt: null }),
    };
  }

  private use(book: Book, now: number): void {
    this.sales += 1;
    const command = {
      id: `${this.customerId}-use-${this.sales}`,
      type: 'cashback' as const,
      amount: CENTS,
      saleRef: `ref-${this.customerId}-${this.sales}`,
      ...{ saleTotalCents: 10 * CENTS, freightCents: 0, operator: null, storeId: null },
      zone: this.program.timezone,
      terms: redemptionTerms(this.program),
      limits: UNLIMITED,
      confirm: true,
      sales: [],
    };
    reserve(book, command, now);
  }
}
