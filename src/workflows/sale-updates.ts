import { setHandler } from '@temporalio/workflow';
import type { SaleOutcome } from '../activities';
import * as updates from './definitions';
import type { SaleInput, VoucherReceipt, VoucherRequest } from './definitions';
import { waitedUntil } from './calls';
import {
  CLAIM,
  knownReturn,
  refuseNonsenseReturn,
  refuseUnlikeCall,
  VOUCHER_BACK,
  VOUCHER_USE,
} from './payload-shapes';
import { known } from './payloads';
import type { Shape } from './payloads';
import * as steps from './steps';

/** A step that staff asked for: their answer, what has become of the sale, and which other sales must look again. */
export interface StaffStep<Receipt> {
  receipt: Receipt;
  outcome: SaleOutcome;
  wake: string[];
}

/** Serves one call of staff by a step. `id` is the call's. */
export type Serve = <Receipt>(step: (id: string) => Promise<StaffStep<Receipt>>) => Promise<Receipt>;

/**
 * Lets a sale's run take what staff ask of it. Each payload is looked at whole before it is taken.
 * @param admit throws where the run takes nothing more
 */
export function takeUpdates(input: SaleInput, serve: Serve, admit: () => void): void {
  const refuse = <Payload>(payload: unknown, shape: Shape<Payload>): void => {
    refuseUnlikeCall(payload, shape);
    admit();
  };
  type VoucherStep = typeof steps.reserveVoucher;
  const voucher = (
    update: typeof updates.voucherReserve,
    shape: Shape<VoucherRequest>,
    step: VoucherStep,
  ): void =>
    setHandler(
      update,
      (asked): Promise<VoucherReceipt> =>
        serve((id) => step(input, known(asked, shape), id, waitedUntil(asked))),
      { validator: (asked) => refuse(asked, shape) },
    );
  voucher(updates.voucherReserve, VOUCHER_USE, steps.reserveVoucher);
  voucher(updates.voucherRedeem, VOUCHER_USE, steps.redeemVoucher);
  voucher(updates.voucherRelease, VOUCHER_BACK, steps.releaseVoucher);
  voucher(updates.voucherRollback, VOUCHER_BACK, steps.rollbackVoucher);
  setHandler(
    updates.returnGoods,
    (asked) => serve((id) => steps.returnGoods(input, knownReturn(asked), id, waitedUntil(asked))),
    {
      validator: (asked: updates.ReturnRequest) => {
        refuseNonsenseReturn(asked);
        admit();
      },
    },
  );
  setHandler(
    updates.claimSale,
    (asked) => serve((id) => steps.claimSale(input, known(asked, CLAIM), id, waitedUntil(asked))),
    {
      validator: (asked) => refuse(asked, CLAIM),
    },
  );
}
