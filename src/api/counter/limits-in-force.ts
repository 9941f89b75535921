import type { z } from 'zod';
import { programSchema } from '../../loyalty';
import type { Programs } from '../../store';
import { inForce } from '../program';
import type { limitsSchema } from './counter-schema';

/** Where nothing was ever published: the defaults of R40, by which value would be used. */
const WITHOUT_PROGRAM = programSchema.parse({ name: 'Sem programa', earning: { rules: [] } });

/** Within what balance can be used now; null: somebody has changed the program by hand, and nothing is used until that is mended. */
export async function limitsInForce(
  { programs }: { programs: Pick<Programs, 'current'> },
  merchantId: string,
): Promise<z.output<typeof limitsSchema> | null> {
  const published = await inForce(programs, merchantId);
  if (published && !published.known) return null;
  const { redemption } = published?.known?.program ?? WITHOUT_PROGRAM;
  const { minSaleCents, minBalanceCents, maxShareBps, pointValueCents } = redemption;
  return { minSaleCents, minBalanceCents, maxShareBps, pointValueCents };
}
