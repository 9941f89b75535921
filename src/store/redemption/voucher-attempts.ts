import { newId } from '../../ids';
import { isHashedCodeId } from '../ledger';
import type { VoucherCodeNames } from '../ledger';
import { after } from '../mongo';
import type { FormerForm, Mongo, Place } from '../mongo';
import { voucherAttemptModel } from './voucher-attempt-model';
import type { VoucherAttemptDoc } from './voucher-attempt-model';

/** Characters of a code that are kept. */
const CODE_ENDING = 4;

/** An attempt as stored; `id` in place of `_id`, and of the code only its ending, null where what was typed cannot be one. */
export interface VoucherAttempt extends Omit<VoucherAttemptDoc, '_id' | 'code' | 'codeName' | 'codeEnding'> {
  id: string;
  codeEnding: string | null;
}

/** An attempt that was just made, with the code in its one spelling; null where what was typed cannot be one: then `typed` is its SHA-256. */
export interface NewAttempt extends Omit<VoucherAttempt, 'id' | 'codeEnding'> {
  code: string | null;
}

/** Which attempts: of one code, in its one spelling; of one operator; of one outcome; in some stores. Absent: of all. */
export type AttemptFilter = Partial<
  Pick<VoucherAttemptDoc, 'operator' | 'outcome'> & { code: string; stores: readonly string[] }
>;

/** Every attempt with a voucher's code: only ever added to. */
export interface VoucherAttempts {
  record(attempt: NewAttempt): Promise<void>;
  /** Newest first. `before` and `beforeId` are `at` and id of the last one seen. */
  list(merchantId: string, filter: AttemptFilter, page: { limit: number } & Place): Promise<VoucherAttempt[]>;
}

/** What is kept of a code that was tried: by which it is found again, and by which staff recognise it. */
export function namedCode(
  hashed: VoucherCodeNames['hashed'],
  merchantId: string,
  code: string,
): Pick<VoucherAttemptDoc, 'code' | 'codeName' | 'codeEnding'> {
  return { code: null, codeName: hashed(merchantId, code), codeEnding: code.slice(-CODE_ENDING) };
}

/** How what was typed is kept, from its SHA-256: of a CPF there are so few that one would be found by that alone. */
export function sealedTyped(
  hashed: VoucherCodeNames['hashed'],
  { merchantId, typed }: Pick<VoucherAttemptDoc, 'merchantId' | 'typed'>,
): string | null {
  return typed === null || isHashedCodeId(merchantId, typed) ? typed : hashed(merchantId, typed);
}

/** @param clear attempts with codes in clear text; none are written any more, also where an earlier version may still read */
export function createVoucherAttempts(
  mongo: Mongo,
  { hashed }: Pick<VoucherCodeNames, 'hashed'>,
  clear: Pick<FormerForm, 'mayBeFound'>,
): VoucherAttempts {
  return {
    async record({ code, ...attempt }) {
      const named =
        code === null
          ? { code, codeName: null, codeEnding: null }
          : namedCode(hashed, attempt.merchantId, code);
      await mongo
        .of(voucherAttemptModel)
        .insertMany([{ _id: newId('att'), ...attempt, ...named, typed: sealedTyped(hashed, attempt) }], {
          lean: true,
        });
    },
    async list(merchantId, { code, stores, ...filter }, { limit, ...place }) {
      const there = stores === undefined ? {} : { storeId: { $in: [...stores] } };
      const wanted = { ...filter, ...there, merchantId, ...after('at', place) };
      const of = await ofCode(merchantId, code);
      const docs = await mongo
        .of(voucherAttemptModel)
        .find('$or' in of ? { $and: [wanted, of] } : { ...wanted, ...of })
        .sort({ at: -1, _id: -1 })
        .limit(limit)
        .lean();
      return docs.map(asAttempt);
    },
  };

  async function ofCode(merchantId: string, code: string | undefined): Promise<Record<string, unknown>> {
    if (code === undefined) return {};
    const named = { codeName: hashed(merchantId, code) };
    return (await clear.mayBeFound(null)) ? { $or: [named, { merchantId, code }] } : named;
  }
}

function asAttempt({
  _id,
  code,
  codeName: _name,
  codeEnding,
  ...attempt
}: VoucherAttemptDoc): VoucherAttempt {
  return { id: _id, codeEnding: codeEnding ?? code?.slice(-CODE_ENDING) ?? null, ...attempt };
}
