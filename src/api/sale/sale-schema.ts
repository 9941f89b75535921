import { z } from 'zod';
import { CHANNELS, PARKED_REASONS, SALE_STATUSES, SOURCE_STATUSES } from '../../loyalty';
import {
  cents,
  inputText,
  instant,
  namedKey,
  limit,
  localDate,
  nextPlace,
  placeOrInstant,
  repeated,
} from '../http';
import { benefitSchema, returnSchema } from './sale-benefit-schema';
import { messageSchema } from './sale-message-schema';
import { nextStepSchema, paidBySchema, runSchema } from './sale-course-schema';

const summaryFields = {
  id: z.string(),
  channel: z.enum(CHANNELS),
  externalId: z.string(),
  number: z.string().nullable(),
  storeId: z.string().nullable(),
  status: z.enum(SALE_STATUSES).meta({ description: 'What became of its benefit' }),
  sourceStatus: z.enum(SOURCE_STATUSES).meta({ description: 'What its source says of it' }),
  parked: z
    .strictObject({ reason: z.enum(PARKED_REASONS), connectionId: z.string(), since: instant })
    .nullable()
    .meta({ description: 'Why its source is not read until its connection is put right; null: it is' }),
  soldAt: instant.nullable(),
  completedAt: instant.nullable(),
  totalCents: cents,
  freightCents: cents,
  otherExpensesCents: cents,
  discountCents: cents,
  returnedCents: cents,
  customerId: z.string().nullable(),
  customerName: z
    .string()
    .nullable()
    .meta({ description: 'As the customer is called today; null: it has none, or one without a name' }),
  programVersion: z.int().nullable(),
  earnedCents: cents.meta({ description: 'Cashback given, less what was taken back' }),
  createdAt: instant,
};

/** A sale in a list. */
export const saleSummarySchema = z.strictObject(summaryFields).meta({ id: 'SaleSummary' });

/** A sale with its benefit, the reasoning behind it, and everything that happened to it. */
export const saleSchema = z
  .strictObject({
    ...summaryFields,
    silent: z.boolean().meta({ description: 'true: nobody is written to about it' }),
    items: z.array(
      z.strictObject({
        sku: z.string(),
        totalCents: cents,
        quantity: z.int().optional(),
        name: z.string().optional(),
      }),
    ),
    refusal: z.string().nullable().meta({ description: 'Why its content cannot be right; pt-BR' }),
    consumerInvoice: z
      .strictObject({
        id: z.string().meta({ description: 'Its id in Bling' }),
        number: z.string().nullable(),
        accessKey: z.string().nullable(),
      })
      .nullable()
      .meta({ description: 'The NFC-e that tells of it; null: an order or another channel does' }),
    duplicateOf: z
      .string()
      .nullable()
      .meta({ description: 'The sale of another source that this purchase counts as' }),
    otherSale: z
      .strictObject({
        id: z.string(),
        channel: z.enum(CHANNELS),
        externalId: z.string(),
        number: z.string().nullable(),
      })
      .nullable()
      .meta({
        description: 'Of `duplicate`: where the benefit counts. Of `in_review`: the other of the pair',
      }),
    heldFor: z.string().nullable().meta({ description: 'The review that decides whether it counts' }),
    evidence: z
      .array(
        z.strictObject({
          saleId: z.string(),
          channel: z.enum(CHANNELS),
          externalId: z.string(),
          number: z.string().nullable(),
          cancelled: z.boolean(),
          at: instant,
        }),
      )
      .meta({ description: 'Other sources’ accounts of this purchase' }),
    returns: z.array(returnSchema).meta({ description: 'Oldest first' }),
    refundedCents: cents.meta({
      description: 'What benefit had paid of it and went back when it was over',
    }),
    benefit: benefitSchema,
    explanation: z.array(
      z.strictObject({
        ruleId: z.string().nullable(),
        type: z.string().nullable(),
        outcome: z.string(),
        amount: z.int(),
        lines: z.array(z.string()).meta({ description: 'pt-BR, one step of the reasoning each' }),
      }),
    ),
    program: paidBySchema
      .nullable()
      .meta({ description: 'The version of the program that pays it; null: it was not calculated yet' }),
    next: nextStepSchema
      .nullable()
      .meta({ description: 'What comes next by itself, and when; null: nothing does' }),
    runs: z.array(runSchema).meta({ description: 'Its own runs first, then those of uses of balance' }),
    messages: z.array(messageSchema).meta({ description: 'What its customer was told of it, oldest first' }),
    timeline: z.array(
      z.strictObject({
        at: instant,
        source: z.enum(['sale', 'ledger', 'message']),
        event: z.string(),
        text: z.string().meta({ description: 'pt-BR' }),
        operator: z
          .string()
          .nullable()
          .meta({ description: 'Whose doing it was; with neither this nor `key`: it happened by itself' }),
        key: namedKey,
      }),
    ),
  })
  .meta({ id: 'Sale' });

/** A sale as whoever may not read sales is told of it after a claim: which it is, whose, and what it gave. */
export const claimedSaleSchema = saleSummarySchema
  .pick({ id: true, channel: true, externalId: true, number: true, customerId: true, earnedCents: true })
  .meta({ id: 'ClaimedSale' });

/** A page of sales, or the one that was asked for by its identity. */
export const saleListSchema = z.strictObject({
  data: z.array(z.union([saleSchema, saleSummarySchema])),
  next: nextPlace,
});

/** A page of what a customer has bought. */
export const purchaseListSchema = z.strictObject({ data: z.array(saleSummarySchema), next: nextPlace });

/** Which page of it. */
export const purchaseQuerySchema = z.strictObject({ limit, before: placeOrInstant.optional() });

/**
 * Which sales: one by channel and external id, or a page of them, newest first by when they came in, or of days by when they were
 * sold. Days are the program's zone's.
 */
export const saleQuerySchema = z
  .strictObject({
    channel: z.enum(CHANNELS).optional(),
    externalId: inputText(100).optional().meta({ description: 'With channel: that one sale, in full' }),
    customerId: inputText(64).optional(),
    status: repeated(z.enum(SALE_STATUSES), SALE_STATUSES.length).meta({
      description: 'Given several times: any of these',
    }),
    number: inputText(100).optional().meta({ description: 'As its source writes it' }),
    storeId: inputText(100).optional().meta({
      description:
        'Of this store, by whichever of its names: its id, a channel or a CNPJ; `none`: those that name no store, such as orders of Bling without a sales channel',
    }),
    parkedFor: inputText(64)
      .optional()
      .meta({ description: 'A connection: the sales that are not read until it is put right' }),
    from: localDate.optional().meta({
      description:
        'Sold on this local day or later. With days and no number the list is newest first by when they were sold, not by when they came in',
    }),
    until: localDate.optional().meta({ description: 'Sold on this local day or earlier' }),
    limit,
    before: placeOrInstant.optional().meta({
      description:
        '`next` of the page before, asked with the same filters, or an instant: sales that came in before it, or with days were sold before it',
    }),
  })
  .superRefine(({ channel, externalId }, context) => {
    if (externalId === undefined || channel !== undefined) return;
    const message = 'O externalId só identifica uma venda dentro de um canal. Informe também o canal.';
    context.addIssue({ code: 'custom', path: ['channel'], message });
  });
