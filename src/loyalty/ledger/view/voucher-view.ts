import { lastUsableDate, localDate } from '../../calendar';
import type { Instant, LocalDate } from '../../basis';
import type { VoucherFace, Lot, VoucherState, Wallet } from '..';
import { bookAt, faceOfLot, voucherState } from '..';

/** A voucher as it is at an instant, whether or not the timers have run. `usesLeft` counts what is reserved too: it has not been used yet. */
export interface VoucherView extends VoucherFace {
  customerId: string;
  saleId: string | null;
  ruleId: string | null;
  state: VoucherState;
  uses: number;
  usesLeft: number;
  activatesOn: LocalDate;
  /** Last date of use; null: it never expires. */
  expiresOn: LocalDate | null;
}

/** The vouchers among a wallet's lots as the clock has them at `now`, oldest first; the wallet given is not changed. */
export function vouchersAt(wallet: Wallet, now: Instant): VoucherView[] {
  return bookAt(wallet, now)
    .lotsByUse('voucher')
    .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
    .map(voucherView);
}

function voucherView(lot: Lot): VoucherView {
  const { pending, active, reserved } = lot.buckets;
  return {
    ...faceOfLot(lot),
    customerId: lot.customerId,
    saleId: lot.saleId,
    ruleId: lot.ruleId,
    state: voucherState(lot),
    uses: lot.amount,
    usesLeft: pending + active + reserved,
    activatesOn: localDate(lot.activatesAt, lot.zone),
    expiresOn: lot.expiresAt === null ? null : lastUsableDate(lot.expiresAt, lot.zone),
  };
}
