import { z } from 'zod';
import { cents, localDate } from '../http';
import { voucherFields } from '../redemption';

/** A voucher in the wallet (R38). */
const voucherSchema = z.strictObject(voucherFields);

/** A customer's balances as the clock has them (R38, R39). Active excludes what is reserved. */
export const balanceFields = {
  cashback: z.strictObject({
    activeCents: cents,
    pendingCents: cents,
    reservedCents: cents,
    debtCents: cents,
  }),
  points: z.strictObject({
    activePoints: z.int(),
    pendingPoints: z.int(),
    reservedPoints: z.int(),
    debtPoints: z.int(),
  }),
};

/** The balances, what of them ends when, and the vouchers. */
export const walletSchema = z
  .strictObject({
    ...balanceFields,
    expirations: z
      .array(z.strictObject({ date: localDate, cents: cents.optional(), points: z.int().optional() }))
      .meta({ description: 'Active amounts by the last local date they can be used on' }),
    vouchers: z.array(voucherSchema),
  })
  .meta({ id: 'Wallet' });

/** One wallet, for examples. */
export const walletExample = {
  cashback: { activeCents: 950, pendingCents: 1200, reservedCents: 0, debtCents: 0 },
  points: { activePoints: 0, pendingPoints: 0, reservedPoints: 0, debtPoints: 0 },
  expirations: [{ date: '2027-02-01', cents: 950 }],
  vouchers: [
    {
      code: 'K7QM-3XRT-9WHP',
      template: 'volta-20',
      state: 'active' as const,
      usesLeft: 1,
      expiresOn: '2027-01-15',
    },
  ],
};
