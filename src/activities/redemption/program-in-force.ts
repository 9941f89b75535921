import { programSchema } from '../../loyalty';
import type { Program } from '../../loyalty';
import type { Store } from '../../store';

/** What holds for value a merchant without a program could hold: the defaults of R40. */
const WITHOUT_PROGRAM: Program = programSchema.parse({ name: 'Sem programa', earning: { rules: [] } });

/** The program by whose settings value is used now. */
export async function programInForce(store: Pick<Store, 'programs'>, merchantId: string): Promise<Program> {
  return (await store.programs.current(merchantId))?.program ?? WITHOUT_PROGRAM;
}
