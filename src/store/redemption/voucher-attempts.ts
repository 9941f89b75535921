import { newId } from '../../ids';
import { after } from '../mongo';
import type { Mongo, Place } from '../mongo';
import { voucherAttemptModel } from './voucher-attempt-model';
import type { VoucherAttemptDoc } from './voucher-attempt-model';

/** An attempt as stored; `id` in place of `_id`. */
export interface VoucherAttempt extends Omit<VoucherAttemptDoc, '_id'> {
  id: string;
}

/** Which attempts: of one code, in its one spelling; of one operator; of one outcome. Absent: of all. */
export type AttemptFilter = Partial<Pick<VoucherAttemptDoc, 'code' | 'operator' | 'outcome'>>;

/** Every attempt with a voucher's code: only ever added to. */
export interface VoucherAttempts {
  record(attempt: Omit<VoucherAttempt, 'id'>): Promise<void>;
  /** Newest first. `before` and `beforeId` are `at` and id of the last one seen. */
  list(merchantId: string, filter: AttemptFilter, page: { limit: number } & Place): Promise<VoucherAttempt[]>;
}

export function createVoucherAttempts(mongo: Mongo): VoucherAttempts {
  return {
    async record(attempt) {
      await mongo.of(voucherAttemptModel).insertMany([{ _id: newId('att'), ...attempt }], { lean: true });
    },
    async list(merchantId, filter, { limit, ...place }) {
      const wanted = {
        ...filter,
        merchantId,
        ...after('at', place),
      };
      const docs = await mongo
        .of(voucherAttemptModel)
        .find(wanted)
        .sort({ at: -1, _id: -1 })
        .limit(limit)
        .lean();
      return docs.map(({ _id, ...attempt }) => ({ id: _id, ...attempt }));
    },
  };
}
