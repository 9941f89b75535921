import { z } from 'zod';
import { inputText } from '../http';

const MOST = 100_000_000;
const signed = z
  .int()
  .min(-MOST)
  .max(MOST)
  .refine((amount) => amount !== 0, {
    error:
      'Um ajuste de zero não muda nada. Informe um valor positivo para creditar ou negativo para debitar.',
  })
  .meta({ not: { const: 0 } });

const about = {
  reason: inputText(300).meta({ description: 'Mandatory, kept with the movement' }),
  operator: inputText(100).optional(),
};

/** A manual credit (above zero) or debit (below), of cashback in cents or of points (R35). */
export const adjustmentSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...about, type: z.literal('cashback'), cents: signed }).meta({ id: 'CashbackAdjustment' }),
  z.strictObject({ ...about, type: z.literal('points'), points: signed }).meta({ id: 'PointsAdjustment' }),
]);
