import { z } from 'zod';
import { atMost, hasExchange, isAccessKey, looksPersonal, quotesMark } from '../../loyalty';
import type { Instant } from '../../loyalty';
import { centsFromZero, inputText, signedCents } from '../http';

const DAY_MS = 86_400_000;
/** What is older was mistyped. */
const EARLIEST = Date.parse('2000-01-01T00:00:00Z');

const PERSONAL =
  'Este campo aparece no Temporal, e isto parece um CPF, CNPJ, telefone ou e-mail. Use o código ou o número da venda no seu sistema.';

/** Becomes part of a workflow's id and summary: visible ASCII, and no address that would name a person. */
const externalId = z
  .string()
  .max(100)
  .trim()
  .min(1)
  .regex(
    /^[\x20-\x3f\x41-\x7e]*$/,
    'O identificador aparece no Temporal e não pode ter acentos, caracteres invisíveis nem @. Use o código da venda no seu sistema.',
  )
  .refine((text) => !looksPersonal(text), PERSONAL);

/** Is shown in Temporal as well. */
const saleNumber = inputText(100).refine((text) => !looksPersonal(text), PERSONAL);

const soldAt = z.iso.datetime({
  offset: true,
  error: (issue) =>
    issue.code === 'invalid_format'
      ? 'Isto não é um instante ISO 8601 com fuso, e sem fuso não há dia certo. Escreva, por exemplo, 2026-11-03T12:00:00-03:00.'
      : undefined,
});

/** What a channel leaves empty it does not know. */
const perhaps = (max: number): z.ZodOptional<z.ZodNullable<z.ZodString>> =>
  atMost(max, z.string()).trim().nullish();

const customer = z
  .strictObject({ name: perhaps(200), document: perhaps(40), phone: perhaps(60), email: perhaps(300) })
  .meta({
    description:
      'Who bought. Left out, or a stand-in such as "Consumidor Final": the sale waits for a claim, and a customer known before stays',
  });

const item = z.strictObject({
  sku: inputText(120),
  totalCents: signedCents.meta({
    description: 'The whole line, after its own discount; negative for what is taken back in exchange',
  }),
  quantity: z.int().min(1).max(1_000_000).optional(),
  name: inputText(300).optional(),
});

/** A sale from another channel than Bling. All of it, each time: what is left out is not there, but for the customer. */
export const postedSaleSchema = z
  .strictObject({
    channel: z.enum(['ecommerce', 'pos', 'import', 'manual']),
    externalId: externalId.meta({
      description: 'The sale’s id in its channel: told again, it is the same sale',
    }),
    number: saleNumber.nullish(),
    marketplaceNumber: inputText(100).nullish().meta({
      description:
        'The order’s number in the shop or marketplace, by which another source may know the same purchase',
    }),
    invoiceNumber: inputText(100).nullish(),
    accessKey: inputText(60)
      .refine(isAccessKey, {
        message: 'Uma chave de acesso tem 44 caracteres. Copie-a da nota, com ou sem espaços.',
      })
      .meta({ format: 'access-key' })
      .nullish()
      .meta({
        description:
          'The invoice’s access key (chave de acesso), by which another source may know the purchase',
      }),
    erpNumber: inputText(100).nullish().meta({
      description:
        'The order’s number in Bling, by which the ERP’s own telling is recognised. `number` is the channel’s own and never compared with it',
    }),
    storeId: inputText(100).nullish(),
    soldAt: soldAt.meta({ description: 'ISO 8601 with a zone' }),
    totalCents: signedCents.meta({
      description:
        'What the customer owes: after discount, freight and other expenses included. Below zero only with a negative line',
    }),
    freightCents: centsFromZero.default(0),
    otherExpensesCents: signedCents.default(0),
    discountCents: centsFromZero.default(0),
    items: z.array(item).max(500).default([]),
    customer: customer.nullish(),
    status: z.enum(['completed', 'open', 'cancelled']),
    silent: z
      .boolean()
      .optional()
      .meta({ description: 'true: nobody is written to about what this call opens or changes' }),
    earnLate: z.boolean().optional().meta({
      description:
        'true: the sale earns although it was made more than 90 days before it was first posted, and nobody is written to about it. Otherwise such a sale is kept and earns nothing, and `warnings` says so. Once said it holds. Of no meaning for other sales, and the same for every channel: only a file of sales may tell of the past without it',
    }),
  })
  .superRefine(({ customer: buyer, ...sale }, context) => {
    // What was taken in under such an id before is cancelled under it.
    if (sale.status === 'cancelled') return;
    const marks = { document: buyer?.document, phone: buyer?.phone };
    for (const name of ['externalId', 'number'] as const)
      if (quotesMark(sale[name] ?? '', marks) && !looksPersonal(sale[name] ?? ''))
        context.addIssue({ code: 'custom', path: [name], message: PERSONAL });
  })
  .superRefine((sale, context) => {
    const { freightCents, otherExpensesCents, totalCents } = sale;
    if (hasExchange(sale)) return;
    if (totalCents < 0) {
      const message =
        'O total só pode ser negativo em uma troca, com um item de valor negativo. Corrija o total, ou informe os itens.';
      context.addIssue({ code: 'custom', path: ['totalCents'], message });
      return;
    }
    if (freightCents + otherExpensesCents <= totalCents) return;
    const message =
      'Frete e outras despesas somam mais do que o total da venda, que já os inclui. Corrija um dos valores.';
    context.addIssue({ code: 'custom', path: ['freightCents'], message });
  });

/** The same, read at an instant: a sale is not made the day after tomorrow. */
export function postedSaleAt(now: Instant): typeof postedSaleSchema {
  return postedSaleSchema.superRefine((sale, context) => {
    const at = Date.parse(sale.soldAt);
    if (at >= EARLIEST && at <= now + DAY_MS) return;
    const message =
      'A data da venda está no futuro, ou é antiga demais para estar certa. Corrija a data ou o fuso.';
    context.addIssue({ code: 'custom', path: ['soldAt'], message });
  });
}

/** One posted sale, for examples. */
export const postedSaleExample = {
  channel: 'pos' as const,
  externalId: 'PDV-2-10231',
  number: '10231',
  storeId: 'centro',
  soldAt: '2026-11-03T12:00:00-03:00',
  totalCents: 18_990,
  discountCents: 1_000,
  items: [{ sku: 'CAMISETA-P', totalCents: 18_990, quantity: 2, name: 'Camiseta P' }],
  customer: { name: 'Maria Exemplo', document: '529.982.247-25', phone: '(11) 98765-4321' },
  status: 'completed' as const,
};
