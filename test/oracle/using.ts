import * as fc from 'fast-check';
import { WHOLE } from './aim';
import { VOUCHER_RULES } from './programs';
import { amount, customerId, deed, deeds, saleId, saleOfRef, saleRef, type } from './steps';
import type { Deed, ReserveEvent, UseVoucherEvent } from './model/input';
import type { Step } from './steps';

const redemptionId = fc.integer({ min: 0, max: 9 }).map((number) => `r${number}`);
const code = fc.tuple(saleId, fc.constantFrom(...VOUCHER_RULES), customerId).map((parts) => parts.join('/'));
const saleTotalCents = fc.constantFrom(50, 4000, 100_000, 100_000);

const reserve: fc.Arbitrary<ReserveEvent> = fc.record({
  do: fc.constant('reserve' as const),
  id: redemptionId,
  customerId,
  type,
  amount: fc.oneof({ weight: 20, arbitrary: amount }, { weight: 1, arbitrary: fc.constantFrom(0, -5) }),
  saleTotalCents,
  freightCents: fc.constantFrom(undefined, undefined, 40),
  saleRef,
  storeId: fc.constantFrom(undefined, undefined, 'centro', 'praia'),
  confirm: fc.constantFrom(true, undefined),
});

const useVoucher: fc.Arbitrary<UseVoucherEvent> = fc.record({
  do: fc.constantFrom('voucher.reserve' as const, 'voucher.redeem' as const),
  code,
  saleTotalCents,
  saleRef,
  storeId: fc.constantFrom(undefined, 'centro', 'centro', 'praia'),
});

/** The end of a sale, cancelled or wholly returned, while something hangs on it. */
const endOf = (sale: string): fc.Arbitrary<Deed> =>
  fc.constantFrom<Deed>({ do: 'cancel', saleId: sale }, { do: 'return', saleId: sale, amountCents: WHOLE });

/** The end of the sale that a use was made for; of any, where several are called so. */
const endOfNamed = (ref: string | undefined): fc.Arbitrary<Deed> => {
  const named = saleOfRef(ref);
  return named === undefined ? saleId.chain(endOf) : endOf(named);
};

const settleReservation = (id: fc.Arbitrary<string>): fc.Arbitrary<Deed> =>
  fc.record({
    do: fc.constantFrom('confirm' as const, 'release' as const, 'rollback' as const, 'rollback' as const),
    id,
  });

const settleVoucher = (of: fc.Arbitrary<string>, ref: fc.Arbitrary<string | undefined>): fc.Arbitrary<Deed> =>
  fc.oneof(
    fc.record({ do: fc.constant('voucher.release' as const), code: of }),
    fc.record({ do: fc.constant('voucher.rollback' as const), code: of, saleRef: ref }),
    fc.record({
      do: fc.constant('voucher.redeem' as const),
      code: of,
      saleTotalCents,
      saleRef: ref,
      storeId: fc.constant('centro'),
    }),
  );

/** What may follow a reservation: its own end, or that of the sale it names. */
const afterReserve = (first: Deed): fc.Arbitrary<Deed> => {
  const { id, saleRef: ref } = first as ReserveEvent;
  const own = settleReservation(fc.constant(id));
  return fc.oneof(own, own, endOfNamed(ref));
};

/** What may follow a voucher's use: its undoing, or the end of the sale that earned it or was paid with it. */
const afterUse = (first: Deed): fc.Arbitrary<Deed> => {
  const { code: same, saleRef: ref } = first as UseVoucherEvent;
  const own = settleVoucher(fc.constant(same), fc.constantFrom(ref, ref, undefined));
  return fc.oneof(own, own, endOf(same.slice(0, 2)), endOfNamed(ref));
};

/** What staff and customers do with balance and vouchers. */
export const using: fc.Arbitrary<Step[]>[] = [
  deed(reserve),
  deeds(reserve, afterReserve),
  deeds(reserve, afterReserve),
  deed(settleReservation(redemptionId)),
  deed(
    fc.record({
      do: fc.constant('adjust' as const),
      customerId,
      type,
      amount: fc.tuple(amount, fc.constantFrom(1, 1, 1, -1, -1, 0)).map(([size, sign]) => size * sign),
      reason: fc.constant('Acerto'),
    }),
  ),
  deed(useVoucher),
  deeds(useVoucher, afterUse),
  deeds(useVoucher, afterUse),
  deed(settleVoucher(code, saleRef)),
];
