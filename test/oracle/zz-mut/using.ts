import * as fc from 'fast-check';
import { VOUCHER_RULES } from './programs';
import { amount, customerId, deed, deeds, saleId, saleRef, type } from './steps';
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
  confirm: fc.constantFrom(true, undefined),
});

const useVoucher: fc.Arbitrary<UseVoucherEvent> = fc.record({
  do: fc.constantFrom('voucher.reserve' as const, 'voucher.redeem' as const),
  code,
  saleTotalCents,
  saleRef,
  storeId: fc.constantFrom(undefined, 'centro', 'centro', 'praia'),
});

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

/** What staff and customers do with balance and vouchers. */
export const using: fc.Arbitrary<Step[]>[] = [
  deed(reserve),
  deeds(reserve, (first) => settleReservation(fc.constant((first as ReserveEvent).id))),
  deeds(reserve, (first) => settleReservation(fc.constant((first as ReserveEvent).id))),
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
  deeds(useVoucher, (first) => {
    const { code: same, saleRef: ref } = first as UseVoucherEvent;
    return settleVoucher(fc.constant(same), fc.constantFrom(ref, ref, undefined));
  }),
  deed(settleVoucher(code, saleRef)),
];
