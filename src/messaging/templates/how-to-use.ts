import { hasBalance } from './benefit-text';
import type { Benefit } from './benefit-text';

/** What the customer has to do at the till, as the end of a sentence: `é só se identificar na loja na hora de pagar`. */
export function howToUse(benefit: Benefit): string {
  if (benefit.vouchers.length === 0) return 'é só se identificar na loja na hora de pagar';
  const show = benefit.vouchers.length === 1 ? 'o código do vale' : 'o código de cada vale';
  return hasBalance(benefit)
    ? `é só se identificar na loja na hora de pagar e mostrar ${show}`
    : `é só mostrar ${show} na loja na hora de pagar`;
}
