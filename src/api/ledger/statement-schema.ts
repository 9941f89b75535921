import { z } from 'zod';
import { CHANNELS, ENTRY_TYPES } from '../../loyalty';
import { beforeNumber, cents, instant, namedKey, limit, nextNumber } from '../http';

/** One movement. `cashback`, `points` or `vouchers` says how each balance changed: the sums over all lines are the wallet. */
export const statementLineSchema = z
  .strictObject({
    seq: z.int().min(1),
    at: instant,
    type: z.enum(ENTRY_TYPES),
    description: z.string().meta({ description: 'pt-BR' }),
    cashback: z
      .strictObject({ activeCents: cents, pendingCents: cents, reservedCents: cents, debtCents: cents })
      .optional(),
    points: z
      .strictObject({
        activePoints: z.int(),
        pendingPoints: z.int(),
        reservedPoints: z.int(),
        debtPoints: z.int(),
      })
      .optional(),
    vouchers: z
      .strictObject({ activeUses: z.int(), pendingUses: z.int(), reservedUses: z.int() })
      .optional()
      .meta({ description: 'Uses of a voucher' }),
    saleId: z.string().nullable(),
    channel: z.enum(CHANNELS).nullable().meta({ description: 'Through what that sale came' }),
    told: z
      .strictObject({ operator: z.string().nullable(), key: namedKey })
      .nullable()
      .meta({ description: 'Who told of that sale, where nobody moved this by a call of their own' }),
    redemptionId: z.string().nullable(),
    operator: z.string().nullable(),
    key: namedKey,
    reason: z.string().nullable(),
    programVersion: z.int().nullable(),
    ruleId: z.string().nullable(),
  })
  .meta({ id: 'StatementLine', description: 'Signed changes of balances' });

/** A page of a statement, newest first. */
export const statementSchema = z.strictObject({
  data: z.array(statementLineSchema),
  next: nextNumber,
});

/** Which page. */
export const statementPageSchema = z.strictObject({
  limit,
  before: beforeNumber('`seq` of the last line already seen'),
});

/** One line, for examples. */
export const statementLineExample = {
  seq: 2,
  at: '2026-11-03T12:00:00.000Z',
  type: 'ACTIVATE' as const,
  description: 'Liberação para uso: R$ 9,50 de cashback',
  cashback: { activeCents: 950, pendingCents: -950, reservedCents: 0, debtCents: 0 },
  saleId: null,
  channel: null,
  told: null,
  redemptionId: null,
  operator: null,
  key: null,
  reason: null,
  programVersion: 1,
  ruleId: 'cashback-5',
};
