import { HistoryPlayer } from '../history';
import type { HistoryEvent, HistoryResult } from '../history';
import type { Instant } from '../../basis';
import type { Program } from '../../program';
import type { Unpayable } from './cost';
import type { Month } from './liability';
import { OutcomeSums } from './outcome';
import type { ProgramOutcome } from './outcome';
import { Tally } from './tally';

type Reserve = Extract<HistoryEvent, { do: 'reserve' }>;

/** One program over a history: uses that it cannot pay in full are paid as far as they can be. */
export class ProgramRun {
  private readonly tally: Tally;
  private readonly player: HistoryPlayer;
  private readonly unpayable: Unpayable = { uses: 0, cashbackCents: 0, points: 0, vouchers: 0 };

  /** @param buyers customers who had bought before the history begins */
  constructor(
    private readonly program: Program,
    months: readonly Month[],
    buyers: ReadonlySet<string>,
  ) {
    this.tally = new Tally(program, months);
    this.player = HistoryPlayer.ofPast(program, this.tally, buyers);
  }

  play(event: HistoryEvent): void {
    if (event.do === 'reserve') return this.use(event);
    const { ok } = this.player.play(event);
    if (event.do === 'voucher.redeem' && ok !== true) {
      this.unpayable.uses += 1;
      this.unpayable.vouchers += 1;
    }
  }

  /** Lets time pass until shortly before `end`, and sums up, one thing after the other. */
  *finish(end: Instant): Generator<void, ProgramOutcome, void> {
    const { world } = this.player;
    const sums = new OutcomeSums(this.program, this.tally);
    this.player.play({ at: end - 1, do: 'tick' });
    for (const ledger of world.customers.values()) {
      this.player.catchUp(ledger.customerId);
      sums.addCustomer(ledger);
      yield;
    }
    for (const { record } of world.sales.values()) {
      sums.addSale(record);
      yield;
    }
    for (const { redemption } of world.redemptions.values()) sums.addRedemption(redemption);
    return sums.outcome(this.unpayable);
  }

  private use(event: Reserve): void {
    let { amount } = event;
    let result = this.player.play(event);
    while (result.ok !== true) {
      const possible = this.mostPossible(event, result);
      amount = possible < amount ? possible : 0;
      if (amount === 0) break;
      result = this.player.play({ ...event, amount });
    }
    if (amount === event.amount) return;
    this.unpayable.uses += 1;
    this.unpayable[event.type === 'cashback' ? 'cashbackCents' : 'points'] += event.amount - amount;
  }

  /** The most that a refusal says could be used instead, in the unit of the benefit. */
  private mostPossible(
    { type }: Reserve,
    { availableCents, availablePoints, maxCents }: HistoryResult,
  ): number {
    if (maxCents === undefined) return Number(availableCents ?? availablePoints ?? 0);
    const unit = type === 'cashback' ? 1 : this.program.redemption.pointValueCents;
    return Math.floor(Number(maxCents) / unit);
  }
}
