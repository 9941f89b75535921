import { ApplicationFailure } from '@temporalio/common';
import {
  discountOf,
  patched,
  programSchema,
  redeemVoucher,
  releaseVoucher,
  reserveVoucher,
  rollbackVoucher,
  termsOf,
} from '../../loyalty';
import type { Book, Cause, Instant, Lot, Program, Redemption } from '../../loyalty';
import type { SaleInput, VoucherReceipt, VoucherRequest } from '../../workflows';
import { currentInstant } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { outcomeOf, saleChangeOf, statusFields, valueOf } from '../sale';
import type { SaleOutcome } from '../sale';
import { receiptOf } from './redemption-receipt';

/** What a step on a voucher answers: to staff, to the run of the voucher's sale, and which other sales must look again. */
export interface VoucherStep {
  receipt: VoucherReceipt;
  outcome: SaleOutcome;
  wake: string[];
}

type Step = (input: SaleInput, request: VoucherRequest, callId: string) => Promise<VoucherStep>;

/** The steps of a voucher, on the run of the sale that earned it. A repeated call finds its work done. */
export interface VoucherSteps {
  reserveVoucher: Step;
  redeemVoucher: Step;
  releaseVoucher: Step;
  rollbackVoucher: Step;
}

/** What a step does to the wallet, told whose call it is. */
type Move = (book: Book, code: string, asked: Asked, now: Instant) => Redemption;

interface Asked {
  request: VoucherRequest;
  callId: string;
  program: Program;
  cause: Cause;
}

/** What holds where no program is in force any more: the defaults of R40. */
const WITHOUT_PROGRAM = programSchema.parse({ name: 'Sem programa', earning: { rules: [] } });

export function createVoucherSteps(deps: ActivityDeps): VoucherSteps {
  const step =
    (move: Move): Step =>
    (input, request, callId) =>
      moveVoucher(deps, move, input, request, callId);
  return {
    reserveVoucher: step((book, code, asked, now) => reserveVoucher(book, useOf(code, asked), now)),
    redeemVoucher: step((book, code, asked, now) => redeemVoucher(book, useOf(code, asked), now)),
    releaseVoucher: step((book, code, { cause }, now) => releaseVoucher(book, code, cause, now)),
    rollbackVoucher: step((book, code, { cause, request }, now) =>
      rollbackVoucher(book, code, request.saleRef, cause, now),
    ),
  };
}

async function moveVoucher(
  { store, log }: ActivityDeps,
  move: Move,
  { merchantId, saleId }: SaleInput,
  request: VoucherRequest,
  callId: string,
): Promise<VoucherStep> {
  const lot = await store.wallets.voucher(merchantId, { lotId: request.lotId });
  const sale = await store.sales.get(merchantId, saleId);
  if (!lot?.voucher || !sale || lot.saleId !== saleId) throw refusal('voucher_not_found');
  const { code } = lot.voucher;
  const { programVersion } = sale.benefit;
  const version = programVersion === null ? null : await store.programs.version(merchantId, programVersion);
  const program = (await store.programs.current(merchantId))?.program ?? WITHOUT_PROGRAM;
  const asked: Asked = { request, callId, program, cause: causeOf(request) };
  const about = { saleId, voucher: { code, lotId: lot.id } };
  const moved = await store.wallets.change(
    merchantId,
    lot.customerId,
    about,
    currentInstant(),
    (book, now) => {
      const redemption = doneBefore(book, callId) ?? once(book, move(book, code, asked, now), callId);
      const value = valueOf(book.wallet, saleId);
      const patch = { benefit: statusFields(sale, value) };
      return {
        result: {
          redemption: { ...redemption },
          lot: { ...book.lot(lot.id) },
          outcome: outcomeOf(patched(sale, patch), value, version?.program ?? null, now),
        },
        sale: saleChangeOf(sale, patch),
      };
    },
  );
  const { redemption, outcome } = moved;
  log.info({ merchantId, saleId, redemptionId: redemption.id, state: redemption.state }, 'voucher moved');
  return {
    receipt: voucherReceipt(redemption, moved.lot),
    outcome,
    wake: await salesToWake(store, merchantId, redemption),
  };
}

/** The call was carried out, but its answer did not arrive: its own use, whatever became of it, or the last it changed. */
function doneBefore(book: Book, callId: string): Redemption | undefined {
  return book.wallet.redemptions.find(({ id, lastCall }) => id === callId || lastCall === callId);
}

function once(book: Book, redemption: Redemption, callId: string): Redemption {
  if (redemption.lastCall !== callId) book.changeRedemption(redemption, { lastCall: callId });
  return redemption;
}

function useOf(code: string, { request, callId, program }: Asked): Parameters<typeof reserveVoucher>[1] {
  return {
    id: callId,
    code,
    saleTotalCents: request.saleTotalCents ?? 0,
    saleRef: request.saleRef,
    operator: request.operator,
    storeId: request.storeId,
    terms: termsOf(program),
  };
}

function causeOf({ operator, storeId }: VoucherRequest): Cause {
  return {
    kind: 'redemption',
    ...(operator === null ? {} : { operator }),
    ...(storeId === null ? {} : { storeId }),
  };
}

function voucherReceipt(redemption: Redemption, lot: Lot): VoucherReceipt {
  const { pending, active, reserved } = lot.buckets;
  const { unusedCents } = lot.voucher
    ? discountOf(lot.voucher, redemption.saleTotalCents)
    : { unusedCents: 0 };
  return {
    ...receiptOf(redemption),
    lotId: lot.id,
    unusedCents,
    usesLeft: pending + active + reserved,
  };
}

/** A use that is confirmed or undone changes what the sale it names is calculated from (R9). */
async function salesToWake(
  store: ActivityDeps['store'],
  merchantId: string,
  { state, saleRef }: Redemption,
): Promise<string[]> {
  if (saleRef === null || (state !== 'confirmed' && state !== 'rolled_back')) return [];
  return (await store.sales.named(merchantId, saleRef)).map(({ id }) => id);
}

function refusal(type: string): ApplicationFailure {
  return ApplicationFailure.create({ type, message: `Refused: ${type}`, nonRetryable: true, details: [{}] });
}
