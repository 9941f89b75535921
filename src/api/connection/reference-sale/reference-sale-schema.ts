import { z } from 'zod';
import { cents, inputText, instant, localDate } from '../../http';
import { programExample, programSchema } from '../../program';
import { discountSchema } from '../../redemption';
import { saleExample, saleSchema } from '../../sale';

const orderId = z.union([
  inputText(50),
  z
    .int()
    .min(1)
    .max(Number.MAX_SAFE_INTEGER)
    .transform((id) => String(id)),
]);

/** Which order, and under which program. */
export const testSaleSchema = z.strictObject({
  orderId: orderId.meta({ description: 'The order’s id in Bling, not its number' }),
  program: programSchema.optional().meta({ description: 'A draft; absent: the current version' }),
});

const grant = z.strictObject({
  ruleId: z.string(),
  type: z.enum(['cashback', 'points', 'voucher']),
  amount: z.int().meta({ description: 'Cents, points, or uses of the voucher' }),
});

const { explanation } = saleSchema.shape;

/** What would become of an order, with the whole reasoning. */
export const referenceSaleSchema = z
  .strictObject({
    testedAt: instant,
    program: z.strictObject({
      source: z.enum(['current', 'draft']),
      version: z.int().nullable(),
      name: z.string(),
    }),
    order: z.strictObject({
      orderId: z.string(),
      number: z.string().nullable(),
      storeId: z.string().nullable(),
      timezone: z.string(),
      soldAt: instant,
      totalCents: cents,
      freightCents: cents,
      otherExpensesCents: cents,
      discountCents: cents,
      goodsCents: cents,
      items: saleSchema.shape.items,
      situation: z.strictObject({ id: z.int(), value: z.int().nullable() }).nullable(),
    }),
    state: z.strictObject({
      outcome: z.enum(['completed', 'open', 'cancelled']),
      counts: z.boolean().meta({ description: 'Whether it would count as completed' }),
      text: z.string().meta({ description: 'pt-BR' }),
    }),
    customer: z.strictObject({
      state: z.enum(['recognised', 'new', 'unidentified']),
      customerId: z.string().nullable(),
      reachable: z.strictObject({ whatsapp: z.boolean(), email: z.boolean() }),
      text: z.string().meta({ description: 'pt-BR' }),
    }),
    benefits: z
      .array(
        grant.extend({
          activatesAt: instant,
          expiresAt: instant.nullable().meta({ description: 'Exclusive; null: never' }),
          validThrough: localDate.nullable().meta({ description: 'The last date of use' }),
          voucher: z
            .strictObject({
              template: z.string(),
              discount: discountSchema,
              minSaleCents: cents,
              stores: z.array(z.string()).nullable(),
            })
            .nullable(),
        }),
      )
      .meta({ description: 'What the order gives, or would give once completed' }),
    explanation,
    messages: z
      .array(
        z.strictObject({
          kind: z.enum(['earned', 'expiring', 'expired', 'repurchase']),
          at: instant,
          channels: z
            .array(z.enum(['whatsapp', 'email']))
            .meta({ description: 'Those of the program by which this customer can be reached' }),
        }),
      )
      .meta({ description: 'What the customer would be told, and when' }),
    known: z
      .strictObject({
        saleId: z.string(),
        status: saleSchema.shape.status,
        sourceStatus: saleSchema.shape.sourceStatus,
        customerId: z.string().nullable(),
        programVersion: z.int().nullable(),
        completedAt: instant.nullable(),
        returnedCents: cents,
        grants: z
          .array(grant.extend({ takenBack: z.int() }))
          .meta({ description: 'What it has really given; `amount` before what was taken back' }),
        explanation,
      })
      .nullable()
      .meta({ description: 'The sale as it was really calculated; null: not known yet' }),
    assumptions: z.array(z.string()).meta({ description: 'pt-BR: what the answer takes for granted' }),
  })
  .meta({ id: 'ReferenceSale' });

/** A request, for examples. */
export const testSaleExample = { orderId: '26737100001', program: programExample };

/** An answer, for examples. */
export const referenceSaleExample: z.output<typeof referenceSaleSchema> = {
  testedAt: '2026-11-03T12:00:00.000Z',
  program: { source: 'draft', version: null, name: programExample.name },
  order: {
    orderId: '26737100001',
    number: '10231',
    storeId: null,
    timezone: 'America/Sao_Paulo',
    soldAt: '2026-11-03T03:00:00.000Z',
    totalCents: 19_000,
    freightCents: 0,
    otherExpensesCents: 0,
    discountCents: 0,
    goodsCents: 19_000,
    items: [{ sku: 'CAMISETA-P', totalCents: 19_000 }],
    situation: { id: 9, value: 1 },
  },
  state: {
    outcome: 'completed',
    counts: true,
    text: 'A situação 9 conclui a venda: ela conta para o programa (pelas situações escolhidas na conexão).',
  },
  customer: {
    state: 'new',
    customerId: null,
    reachable: { whatsapp: true, email: false },
    text: 'O contato do pedido ainda não é cliente: seria cadastrado com a venda.',
  },
  benefits: [
    {
      ruleId: 'cashback-5',
      type: 'cashback',
      amount: 950,
      activatesAt: '2026-11-11T03:00:00.000Z',
      expiresAt: '2027-02-10T03:00:00.000Z',
      validThrough: '2027-02-09',
      voucher: null,
    },
  ],
  explanation: saleExample.explanation,
  messages: [{ kind: 'earned', at: '2026-11-03T12:00:00.000Z', channels: ['whatsapp'] }],
  known: null,
  assumptions: ['Nada foi gravado e nada foi enviado.'],
};
