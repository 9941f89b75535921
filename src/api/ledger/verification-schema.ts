import { z } from 'zod';
import { inputText, instant } from '../http';

const misfitSchema = z.strictObject({
  customerId: z.string(),
  seq: z.int().min(1).meta({ description: 'Place in the customer’s ledger' }),
  key: z.string().nullable().meta({ description: 'The entry’s natural key; null: it is missing' }),
  problem: z.string().meta({ description: 'What was found and what was expected' }),
});

/** What a verification of the ledger found, as far as it went. */
export const verificationSchema = z
  .strictObject({
    ok: z.boolean().meta({ description: 'Nothing was found in what was looked at' }),
    customers: z.int(),
    entries: z.int(),
    problems: z.array(z.strictObject({ subject: z.string(), problem: z.string() })),
    firstMisfit: misfitSchema
      .nullable()
      .meta({ description: 'The first entry that does not fit; null: every entry fits' }),
    sealed: z
      .strictObject({
        seals: z.int(),
        entries: z.int(),
        last: z.strictObject({ n: z.int(), hash: z.string(), at: instant }).nullable(),
      })
      .meta({
        description: 'How many seals there are, how many of the entries they hold, and the newest seal',
      }),
    unattestedSales: z.int().meta({
      description:
        'Sales that another version has written in a way that this one cannot check (an earlier one without attesting, a newer one under another seal): what is stored of them was not compared',
    }),
    next: z
      .string()
      .nullable()
      .meta({ description: 'Give as `after` to go on; null: everything was looked at' }),
  })
  .meta({ id: 'Verification' });

/** Where a verification goes on from. */
export const verificationQuerySchema = z.strictObject({
  after: inputText(64).optional().meta({ description: '`next` of the answer before' }),
});

/** A ledger that holds. */
export const verificationExample = {
  ok: true,
  customers: 120,
  entries: 2310,
  problems: [],
  firstMisfit: null,
  sealed: {
    seals: 41,
    entries: 2298,
    last: {
      n: 41,
      hash: '5f2b6c1d9e0a47f38b1c2d3e4f5061728394a5b6c7d8e9f00112233445566778',
      at: '2026-11-03T06:00:00.000Z',
    },
  },
  unattestedSales: 0,
  next: null,
};
