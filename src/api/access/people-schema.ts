import { z } from 'zod';
import { inputText, instant, someChange } from '../http';

const role = z.enum(['owner', 'manager', 'staff']);
const storeIds = z
  .array(z.string())
  .nullable()
  .meta({ description: 'The stores a staff member is bound to; null: all of them' });
const givenStores = z
  .array(inputText(60))
  .min(1)
  .max(100)
  .refine(
    (all) => new Set(all).size === all.length,
    'Há repetições na lista, e cada loja só conta uma vez. Retire as repetições.',
  )
  .meta({ uniqueItems: true })
  .nullable();

/** One of a merchant's people. Personal data: answered, never logged. */
export const personSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role,
    storeIds,
    storeNames: z
      .array(z.string())
      .nullable()
      .meta({ description: 'What these stores are called now, in the same order; null: all of them' }),
    secondFactor: z.boolean().meta({ description: 'Whether they sign in with a code as well' }),
    since: instant,
  })
  .meta({ id: 'Person' });

/** Somebody who was invited and has not accepted yet. */
export const invitationSchema = z
  .strictObject({ id: z.string(), name: z.string(), email: z.string(), role, storeIds, expiresAt: instant })
  .meta({ id: 'Invitation' });

/** A merchant's people, and who is to become one of them. */
export const peopleSchema = z.strictObject({
  data: z.array(personSchema),
  invitations: z.array(invitationSchema).meta({ description: 'Open ones, the newest first' }),
});

/** Who is invited, to what. */
export const inviteSchema = z.strictObject({
  email: inputText(300),
  name: inputText(120),
  role,
  storeIds: givenStores.optional().meta({ description: 'Absent or null: all of them' }),
});

/** An invitation that was just made. */
export const invitedSchema = invitationSchema
  .extend({
    link: z.string().meta({ description: 'Serves once, for 72 hours; told only now' }),
    mail: z.enum(['sent', 'failed', 'off']).meta({
      description: 'Whether the link went out by e-mail; if not, it has to be passed on by hand',
    }),
  })
  .meta({ id: 'Invited' });

/** What can be changed of what a person may. */
export const personChangeSchema = someChange(
  z.strictObject({ role: role.optional(), storeIds: givenStores.optional() }),
);

const someone = { name: 'Bia Exemplo', email: 'bia@example.com', role: 'staff' as const, storeIds: null };

/** One person, for examples. */
export const personExample = {
  id: 'per_5h2v9kq0c4w8d1mz6p3t',
  ...someone,
  storeNames: ['Centro'],
  secondFactor: false,
  since: '2026-11-03T12:00:00.000Z',
};

/** One invitation, for examples. */
export const invitedExample = {
  id: 'inv_8v1b6n3d4q0c9m7t2x5k',
  ...someone,
  expiresAt: '2026-11-06T12:00:00.000Z',
  link: 'https://fidelidade.loja.com.br/convite#token=K7qm3Xrt9whP',
  mail: 'sent' as const,
};
