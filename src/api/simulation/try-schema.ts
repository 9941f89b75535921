import { z } from 'zod';
import { CHANNELS } from '../../loyalty';
import type { Instant } from '../../loyalty';
import { cents, centsFromZero, inputText, instant, localDate, signedCents } from '../http';
import { programChangeSchema, programExample, programSchema } from '../program';
import { discountSchema } from '../redemption';
import { saleExample, saleSchema } from '../sale';

const item = z.strictObject({
  sku: inputText(120),
  totalCents: signedCents,
  quantity: z.int().min(1).max(1_000_000).optional(),
});

/** What lies before or after was mistyped. */
const [EARLIEST, LATEST] = [Date.parse('2000-01-01T00:00:00Z'), Date.parse('2100-01-01T00:00:00Z')];

function isLikely(at: Instant): boolean {
  return at >= EARLIEST && at < LATEST;
}

/** A sale that somebody types in to see what it would come to. */
export const typedSaleSchema = z.strictObject({
  channel: z.enum(CHANNELS).default('pos'),
  storeId: inputText(100).optional(),
  soldAt: z.iso
    .datetime({ offset: true })
    .refine((text) => isLikely(Date.parse(text)), {
      message: 'Esta data está longe demais para uma venda. Corrija a data.',
    })
    .optional()
    .meta({ description: 'ISO 8601 with a zone; default: now' }),
  totalCents: centsFromZero.meta({ description: 'Freight and other expenses included, after discount' }),
  freightCents: centsFromZero.default(0),
  otherExpensesCents: centsFromZero.default(0),
  discountCents: centsFromZero.default(0),
  items: z.array(item).max(100).default([]),
  customerId: inputText(64).optional().meta({ description: 'Who buys; left out: somebody new' }),
});

const whichSale = {
  saleId: inputText(64).optional().meta({ description: 'A sale of the past' }),
  sale: typedSaleSchema.optional(),
};

/** One sale, and not two. */
function oneSale(
  { saleId, sale }: { saleId?: string | undefined; sale?: unknown },
  context: z.RefinementCtx,
): void {
  if ((saleId === undefined) !== (sale === undefined)) return;
  const message = 'Informe a venda a experimentar: uma do passado em saleId, ou uma digitada em sale.';
  context.addIssue({ code: 'custom', path: ['saleId'], message });
}

/** A draft, and the sale to try it on: one of the past, or one that is typed. */
export const trySchema = z
  .strictObject({
    program: programSchema.optional().meta({ description: 'A draft; left out: the current version' }),
    ...whichSale,
  })
  .superRefine(oneSale)
  .meta({
    if: { required: ['saleId'] },
    then: { not: { required: ['sale'] } },
    else: { required: ['sale'] },
  });

/** The same with any draft, which the room of programs reads in its own words. */
export const tryRequestSchema = z
  .strictObject({ program: z.unknown().optional(), ...whichSale })
  .superRefine(oneSale);

const benefit = z.strictObject({
  ruleId: z.string(),
  type: z.enum(['cashback', 'points', 'voucher']),
  amount: z.int().meta({ description: 'Cents, points, or uses of the voucher' }),
  activatesAt: instant,
  expiresAt: instant.nullable().meta({ description: 'Exclusive; null: never' }),
  validThrough: localDate.nullable(),
  voucher: z.strictObject({ template: z.string(), discount: discountSchema }).nullable(),
});

const totals = z.strictObject({ cents, points: z.int(), vouchers: z.int() });

const outcomeFields = {
  version: z.int().nullable().meta({ description: 'null: the draft' }),
  benefits: z.array(benefit),
  totals,
  explanation: saleSchema.shape.explanation,
};

const outcome = z.strictObject(outcomeFields).meta({ id: 'TriedOutcome' });

/** What a sale comes to under a draft, and under the version in force. */
export const triedSchema = z
  .strictObject({
    sale: z.strictObject({
      saleId: z.string().nullable().meta({ description: 'null: it was typed' }),
      soldAt: instant,
      storeId: z.string().nullable(),
      totalCents: cents,
      goodsCents: cents,
      customerId: z.string().nullable(),
    }),
    tried: outcome,
    current: z
      .strictObject(outcomeFields)
      .nullable()
      .meta({ description: 'null: no program was published yet' }),
    difference: totals.nullable().meta({ description: 'Tried less current' }),
    changes: z.array(programChangeSchema).meta({ description: 'In what the draft differs from the current' }),
    assumptions: z.array(z.string()).meta({ description: 'pt-BR: what the answer takes for granted' }),
  })
  .meta({ id: 'TriedProgram' });

/** A request, for examples. */
export const tryExample = {
  program: programExample,
  sale: { channel: 'pos' as const, totalCents: 4_990, items: [{ sku: 'CAMISETA-P', totalCents: 4_990 }] },
};

const triedOutcome: z.output<typeof outcome> = {
  version: null,
  benefits: [
    {
      ...{ ruleId: 'cashback-5', type: 'cashback', amount: 949 },
      activatesAt: '2026-11-11T03:00:00.000Z',
      expiresAt: '2027-02-10T03:00:00.000Z',
      validThrough: '2027-02-09',
      voucher: null,
    },
  ],
  totals: { cents: 949, points: 0, vouchers: 0 },
  explanation: saleExample.explanation,
};

/** An answer, for examples. */
export const triedExample: z.output<typeof triedSchema> = {
  sale: {
    saleId: saleExample.id,
    soldAt: saleExample.soldAt,
    storeId: null,
    totalCents: 18_990,
    goodsCents: 18_990,
    customerId: saleExample.customerId,
  },
  tried: triedOutcome,
  current: { ...triedOutcome, version: 1 },
  difference: { cents: 0, points: 0, vouchers: 0 },
  changes: [],
  assumptions: ['Nada foi gravado e nada foi enviado.'],
};
