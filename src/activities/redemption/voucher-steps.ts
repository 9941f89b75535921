import {
  bookAt,
  causeOf,
  voucherCall,
  voucherDiscount,
  holdingsIn,
  NO_HOLDINGS,
  redeemVoucher,
  Refusal,
  releaseVoucher,
  reserveVoucher,
  rollbackVoucher,
  redemptionTerms,
} from '../../loyalty';
import type {
  Book,
  Cause,
  Instant,
  Lot,
  NamedSale,
  Program,
  Redemption,
  Sale,
  VoucherUse,
} from '../../loyalty';
import type { SaleInput, VoucherReceipt, VoucherRequest } from '../../workflows';
import { ConcurrentChangeError } from '../../store';
import type { Store, WaitedCall } from '../../store';
import { currentInstant, spoken, waitedCall } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { readBeside, saleOutcome, updatedSale } from '../sale';
import type { BesideSale, SaleOutcome } from '../sale';
import { requestDigest } from '../../ids';
import { programInForce } from './program-in-force';
import { redemptionReceipt } from './redemption-receipt';
import { oncePerCall, salesConcerned, salesMeant } from './use-move';

/** What a step on a voucher answers: to staff, to the run of the voucher's sale, and which other sales must look again. */
export interface VoucherStep {
  receipt: VoucherReceipt;
  outcome: SaleOutcome;
  wake: string[];
}

/** `validUntil`: until when its caller waits, ISO 8601; nothing: without an end. */
type Step = (
  input: SaleInput,
  request: VoucherRequest,
  callId: string,
  validUntil?: string | null,
) => Promise<VoucherStep>;

/** The steps of a voucher, on the run of the sale that earned it. A repeated call finds its work done. */
export interface VoucherSteps {
  reserveVoucher: Step;
  redeemVoucher: Step;
  releaseVoucher: Step;
  rollbackVoucher: Step;
}

/** What a step does to the wallet. `asked` is the call that it does it for. */
type Move = (book: Book, code: string, asked: Asked, now: Instant) => Redemption;

interface Asked {
  request: VoucherRequest;
  callId: string;
  program: Program;
  cause: Cause;
  /** Those the request may name. */
  sales: readonly NamedSale[];
}

export function createVoucherSteps(deps: ActivityDeps): VoucherSteps {
  const step =
    (move: Move): Step =>
    (input, request, callId, validUntil) =>
      moveVoucher(deps, move, input, request, waitedCall(callId, validUntil));
  return {
    reserveVoucher: step((book, code, asked, now) => reserveVoucher(book, voucherUse(code, asked), now)),
    redeemVoucher: step((book, code, asked, now) => redeemVoucher(book, voucherUse(code, asked), now)),
    releaseVoucher: step((book, code, { cause, request }, now) =>
      releaseVoucher(book, code, cause, now, request.saleRef),
    ),
    rollbackVoucher: step((book, code, { cause, request }, now) =>
      rollbackVoucher(book, code, request.saleRef, cause, now),
    ),
  };
}

/** A use as it is left. `outcome` null: of the sale nothing has changed. */
interface MovedUse {
  redemption: Redemption;
  lot: Lot;
  outcome: SaleOutcome | null;
}

async function moveVoucher(
  { store, log }: ActivityDeps,
  move: Move,
  { merchantId, saleId }: SaleInput,
  typed: VoucherRequest,
  waited: WaitedCall,
): Promise<VoucherStep> {
  const callId = waited.id;
  const { said: request, by } = await spoken(store, merchantId, callId, typed);
  const lot = await store.wallets.voucher(merchantId, { lotId: request.lotId });
  const sale = await store.sales.get(merchantId, saleId);
  if (!lot?.voucher || !sale || lot.saleId !== saleId) throw new Refusal('voucher_not_found');
  const { code } = lot.voucher;
  const { programVersion } = sale.benefit;
  const version = programVersion === null ? null : await store.programs.version(merchantId, programVersion);
  const paying = version?.program ?? null;
  const program = await programInForce(store, merchantId);
  const beside = await readBeside(store, sale);
  const sales = await salesMeant(store, merchantId, request);
  const asked: Asked = { request, callId, program, cause: causeOf({ kind: 'redemption', ...by }), sales };
  const call = voucherCall(callId, requestDigest(request), request);
  const about = { saleId, voucher: { code, lotId: lot.id }, call: waited };
  const moved = await store.wallets.change<MovedUse>(
    merchantId,
    lot.customerId,
    about,
    currentInstant(),
    (book, now, _usage, taken) => {
      // Since the lot was read, a merge may have been made or undone.
      if (!book.wallet.lots.some(({ id }) => id === lot.id))
        throw new ConcurrentChangeError(`Voucher lot ${lot.id} has just gone to another customer.`);
      const redemption = oncePerCall(book, { call, ...taken }, book.wallet.redemptions, () =>
        move(book, code, asked, now),
      );
      const used = { redemption: { ...redemption }, lot: { ...book.lot(lot.id) } };
      // What somebody still has of a sale that is another's by now says nothing of what its owner has.
      if (book.wallet.customerId !== sale.owner.customerId) return { result: { ...used, outcome: null } };
      const holdings = holdingsIn(book.wallet, saleId);
      const { outcome, change } = updatedSale(sale, holdings, paying, now, beside);
      return { result: { ...used, outcome }, sale: change };
    },
  );
  const { redemption } = moved;
  const outcome = moved.outcome ?? (await outcomeForOwner(store, sale, paying, beside));
  log.info({ merchantId, saleId, redemptionId: redemption.id, state: redemption.state }, 'voucher moved');
  return {
    receipt: voucherReceipt(redemption, moved.lot),
    outcome,
    wake: await salesConcerned(store, merchantId, redemption),
  };
}

/** What the run of a sale learns where nothing of its owner's has moved. */
async function outcomeForOwner(
  store: Store,
  sale: Sale,
  paying: Program | null,
  beside: BesideSale,
): Promise<SaleOutcome> {
  const { merchantId, id: saleId, owner } = sale;
  const { customerId } = owner;
  const now = currentInstant();
  const wallet = customerId === null ? null : await store.wallets.read(merchantId, customerId, { saleId });
  const holdings = wallet ? holdingsIn(bookAt(wallet, now).wallet, saleId) : NO_HOLDINGS;
  return saleOutcome(sale, holdings, paying, now, beside);
}

function voucherUse(code: string, { request, callId, program, cause, sales }: Asked): VoucherUse {
  return {
    id: callId,
    code,
    saleTotalCents: request.saleTotalCents ?? 0,
    saleRef: request.saleRef,
    operator: request.operator,
    storeId: request.storeId,
    keyId: cause.keyId,
    terms: redemptionTerms(program),
    zone: program.timezone,
    sales,
  };
}

function voucherReceipt(redemption: Redemption, lot: Lot): VoucherReceipt {
  const { pending, active, reserved } = lot.buckets;
  const { unusedCents } = lot.voucher
    ? voucherDiscount(lot.voucher, redemption.saleTotalCents)
    : { unusedCents: 0 };
  return {
    ...redemptionReceipt(redemption),
    lotId: lot.id,
    unusedCents,
    usesLeft: pending + active + reserved,
  };
}
