const PARTICLES = ['de', 'da', 'do', 'das', 'dos', 'e'];
const TITLES = ['sr', 'sra', 'srta', 'dr', 'dra', 'dona', 'seu', 'prof', 'profa', 'senhor', 'senhora'];

/** The words of a text, without accents, case and whatever is neither a letter nor a digit. */
export function plainWords(text: string): string[] {
  const bare = [...text.normalize('NFD')].filter((one) => one < '\u0300' || one > '\u036f').join('');
  return bare.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

/** A name without what stands in brackets, handles, titles and particles (R50). */
function calledBy(name: string): string[] {
  let depth = 0;
  let bare = '';
  for (const one of name) {
    if ('([{'.includes(one)) depth += 1;
    if (depth === 0) bare += one;
    if (')]}'.includes(one)) depth -= 1;
  }
  const words = bare.split(' ').filter((word) => !word.startsWith('@'));
  return plainWords(words.join(' ')).filter((word) => !PARTICLES.includes(word) && !TITLES.includes(word));
}

/** All of the words stand in the others, in their order. */
function isIn([first, ...rest]: string[], others: string[]): boolean {
  if (first === undefined) return true;
  const at = others.indexOf(first);
  return at >= 0 && isIn(rest, others.slice(at + 1));
}

/** Whether two names can be one person's: one is contained in the other; a missing one contradicts nothing (R50). */
export function canBeOne(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return true;
  const [one, other] = [calledBy(a), calledBy(b)];
  return isIn(one, other) || isIn(other, one);
}
