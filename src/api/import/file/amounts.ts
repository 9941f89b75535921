import { plain } from './cell';
import type { Cell } from './cell';

/** `R$ 1.234,56`, `1234,5`, `10`; also `10.5` and `1,234.56`, which cannot be read in two ways. */
const WRITTEN = [
  /^(\d{1,3}(?:\.\d{3})*|\d+),(\d{1,2})$/,
  /^(\d{1,3}(?:,\d{3})*|\d+)\.(\d{1,2})$/,
  /^(\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:,\d{3}){2,}|\d+)()$/,
];
/** A thousand in one country, one unit and three decimals in another. */
const EITHER = /^\d{1,3}[.,]\d{3}$/;
const LONGEST = 9;

/** Integer cents of an amount as Brazil writes it, exactly; empty: undefined. */
export function readAmount(text: string): Cell<number | undefined> {
  const bare = plain(text)
    .replace(/^R\$/i, '')
    .replace(/[\s\u00a0\u202f]/g, '');
  if (bare === '') return { value: undefined };
  if (EITHER.test(bare))
    return {
      problem:
        'Este valor pode ser lido de duas formas (mil ou unidades). Escreva os centavos, como 1.234,00 ou 1,23.',
    };
  const match = WRITTEN.map((pattern) => pattern.exec(bare)).find((found) => found !== null);
  if (!match)
    return { problem: 'Isto não é um valor em reais, de zero para cima. Escreva, por exemplo, 1.234,56.' };
  const [, whole = '', fraction = ''] = match;
  const digits = whole.replace(/[.,]/g, '').replace(/^0+(?=\d)/, '');
  if (digits.length >= LONGEST)
    return { problem: 'Este valor é alto demais para uma venda. Corrija o valor.' };
  return { value: Number(digits + fraction.padEnd(2, '0')) };
}
