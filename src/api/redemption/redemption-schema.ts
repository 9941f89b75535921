import { z } from 'zod';
import { LOT_TYPES, REDEMPTION_STATES } from '../../loyalty';
import { cents, centsFromZero, inputText, instant, positiveCents, positivePoints } from '../http';

const reserveFields = {
  customerId: inputText(64),
  saleTotalCents: positiveCents,
  freightCents: centsFromZero.optional(),
  saleRef: inputText(100)
    .optional()
    .meta({ description: 'Id, external id or number of the sale that is paid' }),
  confirm: z.boolean().optional().meta({ description: 'Use at once instead of reserving' }),
  operator: inputText(100).optional(),
  storeId: inputText(100).optional(),
};

/** What staff ask for: an amount of cashback in cents, or of points. */
export const reserveSchema = z
  .discriminatedUnion('type', [
    z
      .strictObject({ ...reserveFields, type: z.literal('cashback'), amountCents: positiveCents })
      .meta({ id: 'CashbackUse' }),
    z
      .strictObject({ ...reserveFields, type: z.literal('points'), points: positivePoints })
      .meta({ id: 'PointsUse' }),
  ])
  .superRefine(({ freightCents = 0, saleTotalCents }, context) => {
    if (freightCents <= saleTotalCents) return;
    const message = 'O frete é maior do que o total da venda, que já o inclui. Corrija um dos dois.';
    context.addIssue({ code: 'custom', path: ['freightCents'], message });
  });

/** Who acts, kept with the movement. */
export const actedBySchema = z.strictObject({
  operator: inputText(100).optional(),
  storeId: inputText(100).optional(),
});

/** What a use of balance and a use of a voucher have in common. */
export const redemptionFields = {
  id: z.string(),
  customerId: z.string(),
  state: z.enum(REDEMPTION_STATES),
  reservedAt: instant,
  reservedUntil: instant.meta({ description: 'Exclusive' }),
  confirmedAt: instant.nullable(),
  closedAt: instant.nullable(),
  saleTotalCents: cents,
  freightCents: cents,
  saleRef: z.string().nullable(),
  operator: z.string().nullable(),
  storeId: z.string().nullable(),
};

/** A redemption as it stands. */
export const redemptionSchema = z
  .strictObject({
    ...redemptionFields,
    type: z.enum(LOT_TYPES),
    amountCents: cents.optional().meta({ description: 'Of cashback' }),
    points: z.int().optional().meta({ description: 'Of points' }),
    discountCents: cents.optional().meta({
      description: 'What a voucher takes off the sale, or points do by their value when they were reserved',
    }),
    leftCents: cents.optional().meta({
      description:
        'Of cashback, in the answer to a move: what can still be used right after it, where that is known',
    }),
    leftPoints: z.int().optional().meta({ description: 'The same of points' }),
  })
  .meta({ id: 'Redemption' });

/** One redemption, for examples. */
export const redemptionExample = {
  id: 'red_7h2k9m4q8r5t6v3w1x0y',
  customerId: 'cus_7h2k9m4q8r5t6v3w1x0y',
  type: 'cashback' as const,
  amountCents: 950,
  state: 'reserved' as const,
  reservedAt: '2026-11-03T12:00:00.000Z',
  reservedUntil: '2026-11-03T12:15:00.000Z',
  confirmedAt: null,
  closedAt: null,
  saleTotalCents: 12900,
  freightCents: 0,
  saleRef: '10231',
  operator: 'caixa 1',
  storeId: null,
};
