import { z } from 'zod';
import { cents, instant, namedKey } from '../http';
import { voucherFields } from '../redemption';

/** Where the points of a sale lie now. */
const pointsSchema = z.strictObject({
  earnedPoints: z.int(),
  pendingPoints: z.int(),
  activePoints: z.int(),
  reservedPoints: z.int(),
  usedPoints: z.int(),
  expiredPoints: z.int(),
  takenBackPoints: z.int(),
});

/** Goods that came back. */
export const returnSchema = z.strictObject({
  id: z.string(),
  at: instant,
  amountCents: cents.meta({ description: 'Goods value' }),
  items: z
    .array(z.strictObject({ sku: z.string(), quantity: z.int().nullable() }))
    .meta({ description: 'Where lines were named; quantity null: what was left of the line' }),
  reason: z.string().nullable(),
  operator: z.string().nullable(),
  key: namedKey,
  storeId: z.string().nullable(),
});

/** Where the benefit of a sale lies now, as the clock has it; the cents are cashback. */
export const benefitSchema = z.strictObject({
  earnedCents: cents,
  pendingCents: cents,
  activeCents: cents,
  reservedCents: cents,
  usedCents: cents,
  expiredCents: cents,
  takenBackCents: cents,
  points: pointsSchema,
  vouchers: z.array(z.strictObject(voucherFields)),
  activatesAt: instant.nullable(),
  expiresAt: instant.nullable().meta({ description: 'Exclusive; null: never, or nothing earned' }),
});
