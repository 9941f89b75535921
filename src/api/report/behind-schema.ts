import { z } from 'zod';
import { CHANNELS, ENTRY_TYPES, LOT_TYPES } from '../../loyalty';
import { inputText, instant, limit, localDate, nextPlace, wordedPlace } from '../http';
import { days } from './report-schema';

const benefit = z.enum(LOT_TYPES).default('cashback');
const before = wordedPlace.optional().meta({ description: '`next` of the page before' });

/** Stands for the source that has none: a sale without a store, or what was credited by hand. */
export const NO_SOURCE = 'none';

/** As a line by store and channel has it. */
const source = {
  storeId: inputText(100).optional().meta({
    description: 'Of sales of this store, by any of its names; `none`: of those that name no store',
  }),
  channel: z
    .enum([...CHANNELS, NO_SOURCE])
    .optional()
    .meta({ description: 'Of sales of this channel; `none`: of no sale' }),
};

/** The flows of the report of movements whose entries can be listed. */
export const FLOWS = ['granted', 'credited', 'used', 'expired', 'extended', 'takenBack', 'debited'] as const;

/** Which movements. */
export const movementQuerySchema = z.strictObject({
  flow: z.enum(FLOWS),
  benefit,
  ...days,
  ...source,
  limit,
  before,
});

const whose = {
  customerId: z.string(),
  customerName: z.string().nullable(),
  saleId: z.string().nullable().meta({ description: 'The sale it is of; null: of none, or of several' }),
};

/** A page of movements, newest first. */
export const movementListSchema = z.strictObject({
  data: z.array(
    z
      .strictObject({
        id: z.string(),
        type: z.enum(ENTRY_TYPES),
        at: instant.meta({ description: 'When it was due' }),
        ...whose,
        amount: z.int().meta({
          description: 'What counts in the flow: cents, points, or uses; below zero where it was undone',
        }),
      })
      .meta({ id: 'Movement' }),
  ),
  next: nextPlace,
});

/** Which lots. */
export const heldLotQuerySchema = z.strictObject({
  state: z.enum(['active', 'pending', 'reserved']).default('active'),
  benefit,
  month: z
    .string()
    .regex(/^(?:\d{4}-(?:0[1-9]|1[0-2])|never)$/, 'Escreva o mês como 2027-01, ou never.')
    .optional()
    .meta({ description: 'Of their last day; `never`: those that have none. Left out: all' }),
  lastDay: localDate.optional().meta({ description: 'Their last day; `month` then says nothing' }),
  ...source,
  limit,
  before,
});

/** A page of lots, the soonest end first. */
export const heldLotListSchema = z.strictObject({
  data: z.array(
    z
      .strictObject({
        id: z.string(),
        ...whose,
        lastDay: localDate.nullable().meta({ description: 'null: it never ends' }),
        amount: z.int().meta({ description: 'Cents, points, or uses' }),
      })
      .meta({ id: 'HeldLot' }),
  ),
  next: nextPlace,
});

/** One movement, for examples. */
export const movementListExample: z.output<typeof movementListSchema> = {
  data: [
    {
      id: 'earn/sal_7h2k9m4q8r5t6v3w1x0y/base/1',
      type: 'EARN_PENDING',
      at: '2026-11-03T12:00:00.000Z',
      customerId: 'cus_7h2k9m4q8r5t6v3w1x0y',
      customerName: 'Ana Souza',
      saleId: 'sal_7h2k9m4q8r5t6v3w1x0y',
      amount: 950,
    },
  ],
  next: null,
};

/** One lot, for examples. */
export const heldLotListExample: z.output<typeof heldLotListSchema> = {
  data: [
    {
      id: 'sal_7h2k9m4q8r5t6v3w1x0y/base/1',
      customerId: 'cus_7h2k9m4q8r5t6v3w1x0y',
      customerName: 'Ana Souza',
      saleId: 'sal_7h2k9m4q8r5t6v3w1x0y',
      lastDay: '2027-01-31',
      amount: 950,
    },
  ],
  next: null,
};
