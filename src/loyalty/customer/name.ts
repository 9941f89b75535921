const PARTICLES = new Set(['de', 'da', 'do', 'das', 'dos', 'e']);

/** A name for comparing and searching: lower case, without accents, punctuation or double blanks. */
export function nameKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function nameWords(name: string): string[] {
  return nameKey(name)
    .split(' ')
    .filter((word) => word !== '' && !PARTICLES.has(word));
}

/** A word and its initial are the same name: `M.` and `Maria`. */
function sameWord(a: string, b: string): boolean {
  return a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));
}

function covers(surnames: string[], others: string[]): boolean {
  return others.every((other) => surnames.some((surname) => sameWord(surname, other)));
}

/**
 * Whether two names can be one person's: the first name is the same and one has no surname the other lacks. `Maria`
 * goes with `Maria Souza` and `Maria C. Souza` with `Maria Clara Souza Lima`, but `Maria Souza` not with `Maria Lima`.
 * A name that is missing contradicts nothing.
 */
export function namesCompatible(a: string | null, b: string | null): boolean {
  const [first, ...surnames] = nameWords(a ?? '');
  const [otherFirst, ...others] = nameWords(b ?? '');
  if (first === undefined || otherFirst === undefined) return true;
  return first === otherFirst && (covers(surnames, others) || covers(others, surnames));
}
