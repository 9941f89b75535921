import { z } from 'zod';
import { isZone } from '../../calendar';
import { CHANNELS, hasExchange } from '../../basis';

const id = z.string().min(1).max(200);
const cents = z.int().min(0).max(100_000_000_000);
const signedCents = z.int().min(-100_000_000_000).max(100_000_000_000);
const at = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const balance = z.enum(['cashback', 'points']);
const saleRef = z.string().min(1).max(200).nullish();
const who = { operator: z.string().max(200).nullish(), storeId: z.string().max(200).nullish() };

const saleSchema = z
  .object({
    id,
    customerId: id.nullable(),
    channel: z.enum(CHANNELS),
    storeId: id.nullish(),
    number: id.nullish(),
    externalId: id.nullish(),
    marketplaceNumber: id.nullish(),
    accessKey: id.nullish(),
    erpNumber: id.nullish(),
    connectionId: id.nullish(),
    timezone: z.string().refine(isZone).optional(),
    soldAt: at,
    totalCents: signedCents,
    freightCents: cents.default(0),
    otherExpensesCents: signedCents.default(0),
    discountCents: cents.default(0),
    items: z.array(z.object({ sku: z.string().max(200), totalCents: signedCents })).default([]),
  })
  .refine((sale) => sale.totalCents >= 0 || hasExchange(sale), {
    path: ['totalCents'],
    message: 'is negative without an exchange',
  })
  .refine((sale) => sale.freightCents + sale.otherExpensesCents <= sale.totalCents || hasExchange(sale), {
    path: ['totalCents'],
    message: 'is less than freight and other expenses',
  });

const segments = z.array(z.string().max(100)).optional();
const voucher = { code: z.string().min(1), ...who };

/** One dated event of a history. Instants are ISO 8601 with an offset; money is integer cents. */
export const eventSchema = z.discriminatedUnion('do', [
  z.object({ at, do: z.literal('complete'), sale: saleSchema, segments }),
  z.object({ at, do: z.literal('open'), sale: saleSchema }),
  z.object({ at, do: z.literal('cancel'), saleId: id }),
  z.object({ at, do: z.literal('reopen'), saleId: id }),
  z.object({ at, do: z.literal('remind'), saleId: id }),
  z.object({ at, do: z.literal('return'), saleId: id, amountCents: cents.min(1) }),
  z.object({ at, do: z.literal('claim'), saleId: id, customerId: id, segments }),
  z.object({
    at,
    do: z.literal('resolve'),
    sales: z.tuple([id, id]),
    decision: z.enum(['same', 'distinct']),
  }),
  z.object({
    at,
    do: z.literal('reserve'),
    id,
    customerId: id,
    type: balance,
    amount: z.int().min(1),
    saleTotalCents: cents,
    freightCents: cents.nullish(),
    saleRef,
    confirm: z.boolean().optional(),
    ...who,
  }),
  z.object({ at, do: z.enum(['confirm', 'release', 'rollback']), id, ...who }),
  z.object({
    at,
    do: z.literal('adjust'),
    customerId: id,
    type: balance,
    amount: z.int().refine((amount) => amount !== 0, 'is zero'),
    reason: z.string().min(1),
  }),
  z.object({
    at,
    do: z.enum(['voucher.reserve', 'voucher.redeem']),
    ...voucher,
    saleTotalCents: cents,
    saleRef,
  }),
  z.object({ at, do: z.literal('voucher.release'), ...voucher }),
  z.object({ at, do: z.literal('voucher.rollback'), ...voucher, saleRef }),
  z.object({ at, do: z.literal('publish'), program: z.unknown() }),
  z.object({ at, do: z.literal('tick') }),
]);

/** What a history is: a program, and what happened, in order. */
export const historySchema = z.object({ program: z.unknown(), events: z.array(z.unknown()) });

/** An event as read. */
export type HistoryEvent = z.output<typeof eventSchema>;
export type HistorySale = z.output<typeof saleSchema>;
