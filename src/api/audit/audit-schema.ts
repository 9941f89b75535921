import { z } from 'zod';
import { ACTS } from '../http';
import { instant, limit, nextPlace, placeOrInstant } from '../http';

const facts = z.record(z.string(), z.unknown()).nullable();

/** One privileged act: who did what, from where, and what changed by it. */
export const auditLineSchema = z
  .strictObject({
    id: z.string(),
    at: instant,
    actor: z.strictObject({
      kind: z
        .enum(['person', 'key', 'installation'])
        .meta({ description: '`installation`: whoever runs this installation, by its command line' }),
      id: z.string().nullable(),
      name: z
        .string()
        .nullable()
        .meta({ description: 'As they are called now; null: they are not the merchant’s any more' }),
    }),
    address: z.string().nullable().meta({ description: 'From where; null: from the machine itself' }),
    act: z.string().meta({ description: `What was asked for: ${Object.keys(ACTS).join(', ')}` }),
    text: z.string().meta({ description: 'The act in words, pt-BR' }),
    subject: z
      .strictObject({ kind: z.string(), id: z.string() })
      .nullable()
      .meta({ description: 'What it was done to' }),
    outcome: z.string().nullable().meta({
      description:
        '`done`, or the code it was refused with; null: it was begun, and how it ended is not known',
    }),
    before: facts.meta({ description: 'What changed, as it was; without personal data' }),
    after: facts.meta({ description: 'What changed, as it is' }),
    requestId: z.string().nullable().meta({ description: 'The `X-Request-Id` of the call' }),
  })
  .meta({ id: 'AuditLine' });

/** A page of the audit, newest first. */
export const auditListSchema = z.strictObject({
  data: z.array(auditLineSchema),
  names: z.record(z.string(), z.string()).meta({
    description: 'What the people, invitations and stores that these lines name by their ids are called now',
  }),
  next: nextPlace,
});

/** Which lines. */
export const auditQuerySchema = z.strictObject({ limit, before: placeOrInstant.optional() });

/** One line, for examples. */
export const auditExample: z.output<typeof auditLineSchema> = {
  id: 'aud_7h2k9m4q8r5t6v3w1x0y',
  at: '2026-11-29T12:00:00.000Z',
  actor: { kind: 'person', id: 'per_4w8d1mz6p3t5h2v9kq0c', name: 'Ana Exemplo' },
  address: '203.0.113.7',
  act: 'program.publish',
  text: ACTS['program.publish'],
  subject: null,
  outcome: 'done',
  before: { version: 3 },
  after: { version: 4 },
  requestId: '0f8fad5b-d9cb-469f-a165-70867728950e',
};
