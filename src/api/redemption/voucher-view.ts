import type { z } from 'zod';
import { voucherDiscount } from '../../loyalty';
import type { Refusal, VoucherView } from '../../loyalty';
import type { VoucherAttempt } from '../../store';
import type { VoucherReceipt } from '../../workflows';
import { Problem } from '../http/problem';
import { iso } from '../http';
import type { voucherAttemptSchema } from './voucher-attempt-schema';
import type { voucherSchema, voucherUseSchema } from './voucher-schema';

/**
 * A voucher, and what it would do for a sale of this total; null: none was asked about.
 * @param called what the stores it is limited to are called; null: all
 */
export function voucherView(
  voucher: VoucherView,
  refusal: Refusal | null,
  saleTotalCents: number | null,
  called: readonly string[] | null,
): z.output<typeof voucherSchema> {
  const { code, template, state, usesLeft, expiresOn, discount, minSaleCents, stores, uses } = voucher;
  const worth = saleTotalCents === null ? null : voucherDiscount(voucher, saleTotalCents);
  return {
    code,
    template,
    state,
    usesLeft,
    expiresOn,
    usable: refusal === null,
    refusal: refusal && refusalView(refusal, called),
    discount,
    minSaleCents,
    stores: stores && [...stores],
    storeNames: called && [...called],
    uses,
    activatesOn: voucher.activatesOn,
    customerId: voucher.customerId,
    saleId: voucher.saleId,
    discountCents: worth && worth.discountCents,
    unusedCents: worth && worth.unusedCents,
  };
}

/** A use as the API answers it, under the code staff know. */
export function voucherUseView(code: string, receipt: VoucherReceipt): z.output<typeof voucherUseSchema> {
  const { redemptionId, amount: _amount, lotId: _lot, type: _type, ...rest } = receipt;
  return { id: redemptionId, ...rest, type: 'voucher', code };
}

/** An attempt as the API answers it. */
export function voucherAttemptView(attempt: VoucherAttempt): z.output<typeof voucherAttemptSchema> {
  const { id, at, codeEnding, action, outcome, repeated, operator, storeId, caller, redemptionId } = attempt;
  const facts = attempt.facts as z.output<typeof voucherAttemptSchema>['facts'];
  return {
    id,
    at: iso(at),
    codeEnding,
    action,
    outcome,
    repeated,
    facts,
    operator,
    storeId,
    caller,
    redemptionId,
  };
}

function refusalView(
  { code, facts: said }: Refusal,
  called: readonly string[] | null,
): { code: string; detail: string } {
  const facts = code === 'wrong_store' && called ? { stores: called.join(', ') } : said;
  return { code, detail: new Problem(code, { facts }).toDocument().detail };
}
