import { z } from 'zod';
import { instant } from '../http';

/** A version of the program with its rules in words, so that each line of the reasoning can be read beside its rule. */
export const paidBySchema = z.strictObject({
  version: z.int(),
  name: z.string(),
  rules: z.array(z.strictObject({ ruleId: z.string(), text: z.string().meta({ description: 'pt-BR' }) })),
});

/** What is next carried out about a sale. */
export const nextStepSchema = z.strictObject({
  do: z.enum(['activate', 'expire', 'letGo', 'tell']),
  at: instant.meta({ description: 'When it is carried out; in the past: its run is late' }),
  notice: z
    .enum(['earned', 'expiring', 'expired', 'repurchase', 'returned'])
    .nullable()
    .meta({ description: 'Of `tell`: what the customer is told' }),
  text: z.string().meta({ description: 'pt-BR' }),
});

/** A workflow that works on a sale. */
export const runSchema = z.strictObject({
  kind: z.enum(['sale', 'redemption']),
  workflowId: z.string(),
  url: z.string().nullable().meta({ description: 'In the Temporal UI; null: its address is not set' }),
});

/** How the run of a sale stands at this moment. */
export const saleRunSchema = z
  .strictObject({
    run: z
      .strictObject({
        runId: z.string(),
        running: z.boolean(),
        startedAt: instant,
        closedAt: instant.nullable(),
      })
      .nullable()
      .meta({ description: 'The latest; null: Temporal knows of none, or no longer' }),
    url: z.string().nullable(),
    steps: z
      .array(
        z.strictObject({
          step: z.string(),
          text: z.string().meta({ description: 'pt-BR: what the step does' }),
          attempt: z.int().meta({ description: 'That is under way, or comes next' }),
          lastFailure: z
            .strictObject({ code: z.string(), text: z.string().meta({ description: 'pt-BR' }) })
            .nullable()
            .meta({ description: 'Why the attempt before failed; null: it is the first' }),
          nextTryAt: instant.nullable().meta({ description: 'null: it is being tried now' }),
        }),
      )
      .meta({
        description: 'Those that are being tried; empty: the run waits for time or news, or has ended',
      }),
  })
  .meta({ id: 'SaleRun' });

/** A run whose step fails, for examples. */
export const saleRunExample: z.output<typeof saleRunSchema> = {
  run: {
    runId: '01975a4e-6b1f-7c50-9f0e-2f6f3a1f8f11',
    running: true,
    startedAt: '2026-11-03T12:00:00.000Z',
    closedAt: null,
  },
  url: null,
  steps: [
    {
      step: 'readSale',
      text: 'Ler a venda na origem',
      attempt: 3,
      lastFailure: { code: 'Bling.unavailable', text: 'O Bling não respondeu.' },
      nextTryAt: '2026-11-03T12:00:07.000Z',
    },
  ],
};
