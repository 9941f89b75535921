import { z } from 'zod';
import { programSchema as program } from '../../loyalty';
import { instant } from './fields';

/** The program as the contract takes it, named for OpenAPI. */
export const programSchema = program.meta({
  id: 'Program',
  description: 'The merchant’s rules; absent fields take their defaults',
});

/** A published version. */
export const programVersionSchema = z
  .strictObject({
    version: z.int().min(1),
    program: programSchema,
    publishedAt: instant,
  })
  .meta({ id: 'ProgramVersion' });

/** A program a merchant might start with. */
export const programExample = {
  name: 'Clube da Loja',
  earning: {
    rules: [
      { id: 'cashback-5', grant: { type: 'cashback' as const, rateBps: 500 }, when: { minSaleCents: 5000 } },
    ],
  },
  holding: { after: 'P8D' },
  expiry: { after: 'P90D', roundUpTo: 'day' as const },
  redemption: { maxShareBps: 3000 },
};
