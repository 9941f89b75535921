import { AmountTooLargeError, Refusal } from '../../basis';
import { catchUp } from '../../ledger';
import { voucherDiscount } from '../../redemption';
import type { Redemption } from '../../ledger';
import { checkProgram } from '../../program';
import type { Program } from '../../program';
import type { HistoryEvent } from './event-schema';
import type { HistoryObserver } from './observer';
import { act, adjustBalance, reserveBalance, undoVoucher, useVoucher } from './play-redemption';
import { claim, complete, open, remind, resolve, returnGoods, withdraw } from './play-sale';
import { World } from './world';
import type { WorldSale } from './world-sale';

/** What came of one event: done, with what there is to say of it, or refused with a stable code and its numbers. */
export type HistoryResult = { ok: true; [fact: string]: unknown } | { code: string; [fact: string]: unknown };

/**
 * Plays one event after the other through the core, in memory. A refused event changes nothing. An event dated before the
 * one ahead of it happens at that one's instant: time does not run backwards.
 */
export class HistoryPlayer {
  private constructor(readonly world: World) {}

  /** Plays what sources tell: which sales are one purchase is found out (R47). */
  static ofSources(program: Program): HistoryPlayer {
    return new HistoryPlayer(new World(program));
  }

  /**
   * Plays what has happened, of which each sale is one purchase. See `World` for `observer` and `buyers`. Reminders are taken to have
   * come in time: no lot goes on for want of one.
   */
  static ofPast(program: Program, observer: HistoryObserver, buyers: ReadonlySet<string>): HistoryPlayer {
    const { expiring: _inTime, ...messages } = program.messages;
    return new HistoryPlayer(new World({ ...program, messages }, observer, buyers, null));
  }

  play(event: HistoryEvent): HistoryResult {
    this.world.now = Math.max(this.world.now, event.at);
    try {
      if (event.do === 'publish') return publish(this.world, event.program);
      return { ok: true, ...happen(this.world, event) };
    } catch (error) {
      if (error instanceof Refusal) return { code: error.code, ...error.facts };
      if (error instanceof AmountTooLargeError) return { code: 'invalid_request', message: error.message };
      throw error;
    }
  }

  /** Does what time alone has decided by now for one customer. */
  catchUp(customerId: string): void {
    this.world.customer(customerId).change({}, this.world.now, catchUp);
  }
}

function happen(world: World, event: Exclude<HistoryEvent, { do: 'publish' }>): Record<string, unknown> {
  switch (event.do) {
    case 'complete':
      return saleFacts(world, complete(world, event.sale, event.segments ?? []));
    case 'open':
      return saleFacts(world, open(world, event.sale));
    case 'cancel':
      return saleFacts(world, withdraw(world, event.saleId, 'cancelled'));
    case 'reopen':
      return saleFacts(world, withdraw(world, event.saleId, 'open'));
    case 'remind':
      return saleFacts(world, remind(world, event.saleId));
    case 'return':
      return saleFacts(world, returnGoods(world, event.saleId, event.amountCents));
    case 'claim':
      return saleFacts(world, claim(world, event.saleId, event.customerId, event.segments ?? []));
    case 'resolve':
      return saleFacts(world, resolve(world, event.sales, event.decision));
    case 'reserve':
      return redemptionFacts(reserveBalance(world, event));
    case 'confirm':
    case 'release':
    case 'rollback':
      return redemptionFacts(act(world, event));
    case 'voucher.reserve':
    case 'voucher.redeem':
      return voucherFacts(world, useVoucher(world, event));
    case 'voucher.release':
    case 'voucher.rollback':
      return voucherFacts(world, undoVoucher(world, event));
    case 'adjust':
      adjustBalance(world, event);
      return {};
    case 'tick':
      return {};
  }
}

/** A program that cannot be is refused with everything that is wrong with it. */
function publish(world: World, json: unknown): HistoryResult {
  const check = checkProgram(json);
  if (!check.ok) return { code: 'invalid_request', errors: check.problems };
  world.publish(check.program);
  return { ok: true, version: world.current.version };
}

function saleFacts(world: World, { record, purchase }: WorldSale): Record<string, unknown> {
  const { duplicateOf, reviewId } = purchase;
  const held = reviewId === null ? null : (world.purchases?.reviewOf(reviewId, record.id) ?? null);
  return {
    saleId: record.id,
    duplicateOf,
    heldFor: held?.other ?? null,
    programVersion: record.programVersion,
    deserved: world
      .grantsOf(record.id)
      .filter(({ customerId }) => customerId === record.customerId)
      .map(({ ruleId, type, granted, taken, letOff, lapsed }) => ({
        ruleId,
        type,
        amount: granted - taken - letOff - lapsed,
      })),
    explanation: record.evaluated?.explanation ?? [],
  };
}

function redemptionFacts({ id, type, amount, state }: Redemption): Record<string, unknown> {
  return { id, type, amount, state };
}

function voucherFacts(world: World, redemption: Redemption): Record<string, unknown> {
  const { id, draws, state, discountCents, saleTotalCents } = redemption;
  const face = world.redemptions.get(id)?.customer.lots.get(draws[0]!.lotId)?.voucher;
  const unusedCents = face ? voucherDiscount(face, saleTotalCents).unusedCents : 0;
  return { voucher: face?.code, state, discountCents, unusedCents };
}
