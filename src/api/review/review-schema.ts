import { z } from 'zod';
import { customerSchema } from '../customer';
import { inputText, instant, limit, nextPlace, placeOrInstant } from '../http';
import { saleSummarySchema } from '../sale';

const KINDS = ['same_sale', 'same_customer'] as const;

/** A pair that a person has to decide about. */
const reviewFields = {
  id: z.string(),
  kind: z.enum(KINDS).meta({
    description: '`same_sale`: one purchase told by two sources? `same_customer`: one person, two records?',
  }),
  subjects: z.array(z.string()).meta({ description: 'The ids of both' }),
  facts: z
    .record(z.string(), z.unknown())
    .meta({ description: 'What speaks for and against it, in pt-BR; ids and amounts only' }),
  state: z.enum(['open', 'resolved']),
  decision: z.enum(['same', 'distinct']).nullable(),
  operator: z.string().nullable(),
  reason: z.string().nullable(),
  openedAt: instant,
  resolvedAt: instant.nullable(),
};

/** A review in a list, and as a decision leaves it. */
export const reviewSchema = z.strictObject(reviewFields).meta({ id: 'Review' });

/** A review with both sides as they are now: what a person decides by. */
export const reviewWithSidesSchema = z
  .strictObject({
    ...reviewFields,
    sales: z
      .array(saleSummarySchema)
      .meta({ description: 'Of `same_sale`: both, in the order of `subjects`' }),
    heldSaleId: z
      .string()
      .nullable()
      .meta({ description: 'The sale that waits for the decision, and counts nothing until then' }),
    customers: z.array(customerSchema).meta({
      description:
        'Of `same_customer`: who answers for both by now, who would remain first; one alone where they are the same already',
    }),
  })
  .meta({ id: 'ReviewWithSides' });

/** A page of reviews, newest first. */
export const reviewListSchema = z.strictObject({
  data: z.array(reviewSchema),
  next: nextPlace,
});

/** Which reviews. */
export const reviewQuerySchema = z.strictObject({
  state: z.enum(['open', 'resolved', 'all']).default('open'),
  kind: z.enum(KINDS).optional(),
  limit,
  before: placeOrInstant.optional(),
});

/** What a person decides. */
export const resolveReviewSchema = z.strictObject({
  decision: z.enum(['same', 'distinct']),
  operator: inputText(100).nullish(),
  reason: inputText(300).nullish(),
});

/** One review, for examples. */
export const reviewExample = {
  id: 'rev_5h2v9kq0c4w8d1mz6p3t',
  kind: 'same_sale' as const,
  subjects: ['sal_4q0c9m7t2x5k8v1b6n3d', 'sal_8v1b6n3d4q0c9m7t2x5k'],
  facts: { reasons: ['Nenhum número em comum', 'Mesmo total: R$ 189,90', 'Mesmo dia', 'Mesmo cliente'] },
  state: 'open' as const,
  decision: null,
  operator: null,
  reason: null,
  openedAt: '2026-11-03T15:04:05.000Z',
  resolvedAt: null,
};
