import { z } from 'zod';
import { inputText, instant, namedKey } from '../http';

/** Two records of one person that became one. */
export const mergeSchema = z
  .strictObject({
    id: z.string(),
    from: z.string().meta({ description: 'The customer that was merged away' }),
    into: z.string().meta({ description: 'The customer that remains' }),
    at: instant,
    automatic: z.boolean().meta({ description: 'true: a key that names one person proved it' }),
    operator: z.string().nullable(),
    key: namedKey,
    reason: z.string().nullable(),
    sales: z.int().meta({ description: 'Sales that changed hands' }),
    undoneAt: instant.nullable(),
    undoneBy: z.string().nullable(),
    undoReason: z.string().nullable(),
  })
  .meta({ id: 'Merge' });

/** All merges of a customer. */
export const mergeListSchema = z.strictObject({ data: z.array(mergeSchema) });

/** Who is merged into the customer of the path. */
export const mergeRequestSchema = z.strictObject({
  from: inputText(64).meta({ description: 'The other record, which goes into this one' }),
  reason: inputText(300),
  operator: inputText(100).nullish(),
  force: z
    .boolean()
    .optional()
    .meta({ description: 'true: also where both have a CPF or CNPJ, and not the same' }),
});

/** Who undoes a merge, and why. */
export const undoMergeSchema = z.strictObject({
  reason: inputText(300),
  operator: inputText(100).nullish(),
});

/** One merge, for examples. */
export const mergeExample = {
  id: 'mrg_5h2v9kq0c4w8d1mz6p3t',
  from: 'cus_8v1b6n3d4q0c9m7t2x5k',
  into: 'cus_4q0c9m7t2x5k8v1b6n3d',
  at: '2026-11-03T15:04:05.000Z',
  automatic: false,
  operator: 'gerente',
  key: { id: 'key_9c4w8d1mz6p3t5h2v0kq', label: 'Frente de caixa' },
  reason: 'Mesmo CPF, confirmado com a cliente',
  sales: 3,
  undoneAt: null,
  undoneBy: null,
  undoReason: null,
};
