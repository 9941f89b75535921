import { z } from 'zod';
import { instant, namedKey, limit, nextPlace, placeOrInstant, repeated } from '../http';
import { contactImportSchema } from './contact-import-schema';
import { FIELDS, IGNORED, STATUS } from './file';

const answer = z.enum(['true', 'false']).default('false');

/** What a file holds, and how it is to be taken. */
export const importQuerySchema = z.strictObject({
  kind: z.enum(['customers', 'sales']),
  dryRun: answer.meta({ description: 'true: everything is looked at and counted, nothing is written' }),
  column: repeated(z.string().max(200), 100).meta({
    description: `Once for each column whose title does not say what it holds, or says something else: \`coluna:campo\`, such as \`Quando foi:soldAt\`. The field is one of ${FIELDS.map((one) => `\`${one}\``).join(', ')} that the file's kind has; \`${STATUS}\`: it says how a sale stands; \`${IGNORED}\`: it holds nothing of these. What is said here counts before the title, and a field that is given to a column is looked for in no other. Case, accents, blanks and punctuation of the title make a difference only where several columns are alike without them`,
    example: ['Quando foi:soldAt', 'Código interno:ignore'],
  }),
  status: repeated(z.string().max(200), 200).meta({
    description:
      'Once for each value that has to be said the meaning of: `coluna:valor=significado`, such as `situacao:faturado=completed`. The meaning is `completed`, `open`, `cancelled` or `ignore`; the value `*` stands for all others of the column, an empty one for blank cells. Case, accents, blanks and punctuation of column and value make no difference. A column that is named here is one that says how sales stand',
    example: ['statusdopedido:faturado=completed', 'statusdoenvio:*=ignore'],
  }),
  notify: answer.meta({ description: 'true: customers hear of the sales in it as of any other' }),
});

const statusColumnSchema = z.strictObject({
  column: z.string(),
  values: z.array(
    z.strictObject({
      value: z.string().meta({ description: 'Empty: blank; `data`: any date; `valor`: any amount' }),
      rows: z.int(),
      means: z.enum(['completed', 'open', 'cancelled', 'ignore', 'unknown']),
    }),
  ),
});

const importFields = {
  id: z.string(),
  kind: z.enum(['customers', 'sales']),
  dryRun: z.boolean(),
  state: z.enum(['running', 'finished', 'cancelled', 'failed']).meta({
    description:
      '`cancelled`: somebody has ended its run; `failed`: it could not go on. Rows dealt with by then stay; the same file sent again under another key takes the others',
  }),
  total: z.int().meta({ description: 'Rows with something in them, without the header' }),
  done: z.int().meta({ description: 'Rows dealt with, those that failed included' }),
  created: z.int(),
  updated: z.int().meta({ description: 'Known before, and changed by the file' }),
  failed: z.int().meta({ description: 'Rows that could not be taken' }),
  ignoredColumns: z.array(z.string()).meta({ description: 'Headers that mean nothing here' }),
  statusColumns: z.array(statusColumnSchema).meta({
    description:
      'The columns that say how sales stand, and what each value was read as. Of several that disagree `cancelled` counts before `open`, and `open` before `completed`',
  }),
  operator: z.string().nullable().meta({ description: 'Who sent the file; null: a key, or it was not kept' }),
  key: namedKey,
  startedAt: instant,
  finishedAt: instant.nullable(),
};

/** How an import stands. */
export const fileImportSchema = z
  .strictObject({
    ...importFields,
    columns: z.array(z.strictObject({ column: z.string(), fields: z.array(z.string()) })).meta({
      description: 'Every column with a title, and the fields it was read for; none: it was not read',
    }),
    errors: z
      .array(z.strictObject({ row: z.int(), field: z.string(), message: z.string() }))
      .meta({ description: 'What is wrong, row by row (1 is the header; pt-BR): the first 1,000' }),
  })
  .meta({ id: 'FileImport' });

/** The same in a list: what is wrong with single rows is told of one import at a time. */
export const fileImportSummarySchema = z.strictObject(importFields).meta({ id: 'FileImportSummary' });

/** An import of a file, or of the people in a company of Bling: `kind` tells which. */
export const anyImportSchema = z.union([fileImportSchema, contactImportSchema]);

/** A page of imports, newest first. */
export const importListSchema = z.strictObject({
  data: z.array(z.union([fileImportSummarySchema, contactImportSchema])),
  next: nextPlace,
});

/** Which page. */
export const importPageSchema = z.strictObject({ limit, before: placeOrInstant.optional() });

/** One import, for examples. */
export const fileImportExample = {
  id: 'imp_7h2k9m4q8r5t6v3w1x0y',
  kind: 'sales' as const,
  dryRun: false,
  state: 'running' as const,
  total: 300,
  done: 101,
  created: 97,
  updated: 3,
  failed: 1,
  errors: [
    {
      row: 42,
      field: 'Valor total',
      message:
        'Este valor pode ser lido de duas formas (mil ou unidades). Escreva os centavos, como 1.234,00 ou 1,23.',
    },
  ],
  columns: [
    { column: 'Pedido', fields: ['number'] },
    { column: 'Situação', fields: ['status'] },
    { column: 'Vendedor', fields: [] },
  ],
  ignoredColumns: ['Vendedor'],
  statusColumns: [
    { column: 'Situação', values: [{ value: 'Atendido', rows: 300, means: 'completed' as const }] },
  ],
  operator: 'Ana Souza',
  key: null,
  startedAt: '2026-11-03T12:00:00.000Z',
  finishedAt: null,
};
