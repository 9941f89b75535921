import { setTimeout as pause } from 'node:timers/promises';
import { waitUntil } from '../../processes';
import { aSale, bring } from './posted-sales';
import { callOf } from './stage';
import type { CounterStage } from './stage';

/** What became of the redemptions that were begun while something else went on. */
export interface TillFigures {
  /** Milliseconds until each that was confirmed was answered. */
  readonly confirmedMs: number[];
  /** How often each other answer came, by status and code. */
  readonly refused: Record<string, number>;
}

const CUSTOMERS = 25;
const SALE_CENTS = 100_000;
/** Each redemption takes a cent: nobody's balance is used up. */
const CENTS = 1;
const SETTLED_WITHIN_MS = 120_000;

/** A till at which customers with balance redeem a cent, one after the other, at a pace that waits for nobody. */
export class Till {
  confirmed = 0;
  /** Of these the API could not say whether they were made. */
  unknown = 0;
  private next = 0;

  private constructor(
    private readonly stage: CounterStage,
    private readonly customers: readonly string[],
  ) {}

  /** Sells something to somebody new, a few times, and waits until all of them have cashback. */
  static async open(stage: CounterStage): Promise<Till> {
    const { counter, db, signal } = stage;
    for (let number = 0; number < CUSTOMERS; number += 1) await bring(stage, counter, aSale(number));
    const sales = db.collection<{ merchantId: string; status: string; customerId: string }>('sales');
    const earned = { merchantId: counter.merchantId, status: 'active' };
    await waitUntil(async () => ((await sales.countDocuments(earned)) === CUSTOMERS ? true : undefined), {
      what: 'The customers of the till have cashback',
      timeoutMs: SETTLED_WITHIN_MS,
      signal,
    });
    return new Till(stage, await sales.distinct('customerId', earned));
  }

  /** Begins so many redemptions a second for so long, and waits for every answer. */
  async work({ seconds, perSecond }: { seconds: number; perSecond: number }): Promise<TillFigures> {
    const figures: TillFigures = { confirmedMs: [], refused: {} };
    const begun = performance.now();
    const answers: Promise<void>[] = [];
    for (let number = 0; number < seconds * perSecond; number += 1) {
      const due = begun + (number * 1_000) / perSecond;
      await pause(Math.max(0, due - performance.now()), undefined, { signal: this.stage.signal });
      answers.push(this.redeem(figures));
    }
    await Promise.all(answers);
    return figures;
  }

  private async redeem({ confirmedMs, refused }: TillFigures): Promise<void> {
    const { api, counter } = this.stage;
    const customerId = this.customers[this.next++ % this.customers.length]!;
    const begun = performance.now();
    const body = {
      customerId,
      type: 'cashback',
      amountCents: CENTS,
      saleTotalCents: SALE_CENTS,
      confirm: true,
    };
    const call = {
      ...({ method: 'POST', path: '/v1/redemptions', body: JSON.stringify(body) } as const),
      headers: { ...callOf(counter), 'content-type': 'application/json' },
    };
    // A connection that was kept may have been closed just then: the same call again, under its key.
    const { status, text } = await api.send(call).catch(() => api.send(call));
    if (status === 201) {
      this.confirmed += 1;
      confirmedMs.push(performance.now() - begun);
      return;
    }
    if (text.includes('outcome_unknown')) this.unknown += 1;
    const what = `${status} ${(JSON.parse(text) as { code?: string }).code ?? ''}`;
    refused[what] = (refused[what] ?? 0) + 1;
  }
}
