import { z } from 'zod';
import { atMost } from '../../loyalty';
import { instant, inputText } from '../http';

/** Not trimmed: blanks may be part of it. Longer than any password is. */
const password = atMost(1_024, z.string()).min(1);

/** How somebody signs in. */
export const signInSchema = z.strictObject({
  email: inputText(300),
  password,
  code: inputText(64)
    .optional()
    .meta({ description: 'Of the second factor, for who has one; or a recovery code' }),
});

/** Who has signed in, and where they may work. Personal data: answered, never logged. */
export const sessionSchema = z
  .strictObject({
    person: z.strictObject({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      secondFactor: z.boolean().meta({ description: 'Whether the person has one' }),
    }),
    merchants: z.array(
      z.strictObject({
        id: z.string().meta({ description: 'For the header `Retorno-Merchant`' }),
        name: z.string(),
        zone: z.string(),
        role: z.enum(['owner', 'manager', 'staff']),
        stores: z
          .array(
            z.strictObject({
              id: z.string(),
              name: z.string(),
              zone: z.string().meta({ description: 'By whose clock the counter there shows days and times' }),
            }),
          )
          .meta({ description: 'Those in which the person may stand at a counter: one’s own, or all' }),
        boundToStores: z.boolean().meta({ description: 'false: to none, and all are listed' }),
        suspended: z.boolean(),
        secondFactorRequired: z
          .boolean()
          .meta({ description: 'true: the person is not served there before having a second factor' }),
      }),
    ),
    expiresAt: instant.meta({ description: 'However much it is used; twelve hours unused end it before' }),
  })
  .meta({ id: 'Session' });

/** The browsers somebody has signed in with. */
export const sessionListSchema = z.strictObject({
  data: z.array(
    z
      .strictObject({
        id: z.string(),
        userAgent: z.string().nullable(),
        createdAt: instant,
        usedAt: instant,
        expiresAt: instant,
        current: z.boolean().meta({ description: 'The one that asks' }),
      })
      .meta({ id: 'SessionListed' }),
  ),
});

/** Somebody at the counter of one shop, for examples. */
export const sessionExample = {
  person: {
    ...{ id: 'per_5h2v9kq0c4w8d1mz6p3t', name: 'Ana Exemplo', email: 'ana@example.com' },
    secondFactor: false,
  },
  merchants: [
    {
      ...{ id: 'demo', name: 'Loja demo', zone: 'America/Sao_Paulo', role: 'staff' as const },
      stores: [{ id: 'str_3k9m2x7q1w5z8c4v6b0n', name: 'Centro', zone: 'America/Sao_Paulo' }],
      boundToStores: true,
      ...{ suspended: false, secondFactorRequired: false },
    },
  ],
  expiresAt: '2026-12-03T12:00:00.000Z',
};

/** One browser, for examples. */
export const sessionListedExample = {
  id: 'ses_8v1b6n3d4q0c9m7t2x5k',
  userAgent: 'Mozilla/5.0 (Linux; Android 14) Chrome/140',
  createdAt: '2026-11-03T12:00:00.000Z',
  usedAt: '2026-11-03T15:04:05.000Z',
  expiresAt: '2026-11-04T03:04:05.000Z',
  current: true,
};
