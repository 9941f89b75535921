import type { Sale } from '../../loyalty';
import type { ProgramVersion, Store } from '../../store';

/**
 * Whether the version that pays the sale, or will, asks for products.
 * @param current the version that pays new sales
 */
export async function linesMatter(
  { programs }: Pick<Store, 'programs'>,
  { merchantId, benefit: { programVersion } }: Sale,
  current: ProgramVersion | null,
): Promise<boolean> {
  const pays =
    programVersion === null || programVersion === current?.version
      ? current
      : await programs.version(merchantId, programVersion);
  return pays !== null && pays.program.earning.rules.some(({ when }) => when?.skus !== undefined);
}
