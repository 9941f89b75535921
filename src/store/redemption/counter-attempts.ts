import { newId } from '../../ids';
import { notBefore } from '../mongo';
import type { Mongo, Place } from '../mongo';
import { balanceAttemptModel } from './balance-attempt-model';
import type { BalanceAction, BalanceAttemptDoc } from './balance-attempt-model';
import { voucherAttemptModel } from './voucher-attempt-model';
import type { VoucherAction, VoucherAttemptDoc } from './voucher-attempt-model';

/** An attempt to use balance that was just made. */
export type NewBalanceAttempt = Omit<BalanceAttemptDoc, '_id'>;

/** An attempt to use balance or a voucher; of a code only its ending. */
export interface CounterAttempt extends Omit<NewBalanceAttempt, 'action' | 'type' | 'repeated'> {
  id: string;
  action: BalanceAction | VoucherAction;
  /** null: the call did not say. */
  type: BalanceAttemptDoc['type'] | 'voucher';
  codeEnding: string | null;
  /** The voucher; null: balance, or there is none. */
  lotId: string | null;
}

/** Which attempts: made at `from` or later, in some stores or in any. */
export interface CounterAttemptFilter {
  from: Date;
  /** Exclusive. */
  until: Date;
  stores?: readonly string[] | undefined;
}

/** Everything that was tried at the counters, whatever came of it. */
export interface CounterAttempts {
  recordBalance(attempt: NewBalanceAttempt): Promise<void>;
  /** Newest first, each once, from after `place` on. Codes that were only looked at, and could be used, are left out. */
  list(
    merchantId: string,
    filter: CounterAttemptFilter,
    page: { limit: number } & Place,
  ): Promise<CounterAttempt[]>;
}

/** A look that found what it looked for is no attempt. */
const TRIED: Record<string, unknown> = {
  $or: [{ action: { $ne: 'look' } }, { outcome: { $ne: 'ok' } }, { 'facts.unusable': { $exists: true } }],
};

export function createCounterAttempts(mongo: Mongo): CounterAttempts {
  return {
    async recordBalance(attempt) {
      await mongo.of(balanceAttemptModel).insertMany([{ _id: newId('att'), ...attempt }], { lean: true });
    },
    async list(merchantId, filter, { limit, ...place }) {
      const { made, after } = madeIn(filter, place);
      const wanted = { merchantId, repeated: false, ...made };
      const newest = { at: -1, _id: -1 } as const;
      const [balance, vouchers] = await Promise.all([
        mongo
          .of(balanceAttemptModel)
          .find({ ...wanted, ...(after === null ? {} : after) })
          .sort(newest)
          .limit(limit)
          .lean(),
        mongo
          .of(voucherAttemptModel)
          .find({ ...wanted, $and: [TRIED, ...(after === null ? [] : [after])] })
          .sort(newest)
          .limit(limit)
          .lean(),
      ]);
      return [...balance.map(ofBalance), ...vouchers.map(ofVoucher)]
        .sort((one, other) => +other.at - +one.at || (one.id < other.id ? 1 : -1))
        .slice(0, limit);
    },
  };
}

function ofBalance({ _id, repeated: _repeated, ...attempt }: BalanceAttemptDoc): CounterAttempt {
  return { id: _id, ...attempt, codeEnding: null, lotId: null };
}

function ofVoucher(doc: VoucherAttemptDoc): CounterAttempt {
  const { _id, code: _code, codeName: _name, typed: _typed, repeated: _repeated, ...attempt } = doc;
  return {
    ...{ id: _id, ...attempt, type: 'voucher', codeEnding: attempt.codeEnding ?? null },
    ...{ customerId: null, amount: null, saleTotalCents: null, saleRef: null },
  };
}

/** The time within which they were made, and what comes after the place from which the list is read on; null: the time says it. */
function madeIn(
  { from, until, stores }: CounterAttemptFilter,
  { before, beforeId }: Place,
): { made: Record<string, unknown>; after: Record<string, unknown> | null } {
  const store = stores === undefined ? {} : { storeId: { $in: [...stores] } };
  if (before === undefined || before > until)
    return { made: { ...store, at: { ...notBefore(from), $lt: until } }, after: null };
  if (beforeId === undefined)
    return { made: { ...store, at: { ...notBefore(from), $lt: before } }, after: null };
  return {
    made: { ...store, at: { ...notBefore(from), $lte: before } },
    after: { $or: [{ at: { $lt: before } }, { at: before, _id: { $lt: beforeId } }] },
  };
}
