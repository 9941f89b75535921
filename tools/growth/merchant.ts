import { programSchema } from '../../src/loyalty';
import type { Program } from '../../src/loyalty';
import type { Store } from '../../src/store';

/** What the merchants of a bench have published. */
export const PROGRAM: Program = programSchema.parse({ name: 'Medida', earning: { rules: [] } });

/** A new merchant with one published version, by which the ledgers that a bench writes go. Answers the id. */
export async function aMerchant(store: Store, name: string): Promise<string> {
  const { merchantId } = await store.merchants.create(name, new Date());
  await store.programs.publish(merchantId, PROGRAM, new Date());
  return merchantId;
}
