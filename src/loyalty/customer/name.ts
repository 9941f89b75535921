const PARTICLES = new Set(['de', 'da', 'do', 'das', 'dos', 'e']);

/** A name for comparing and searching: lower case, without accents, punctuation or double blanks. */
export function nameKey(text: string): string {
  // Marks first: to put a pile of them in order takes a time that grows by the square of their number.
  return text
    .replace(/\p{M}/gu, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether a name was made unreadable by a marketplace: `M*** S***`. It says nothing of whom it names. */
export function isMaskedName(name: string | null): boolean {
  return name !== null && name.includes('**');
}

/** What stands in brackets, to the end where one is not closed; and handles such as `@maria.souza`. */
const ASIDES = /\([^)]*\)?|\[[^\]]*\]?|\{[^}]*\}?|@[^\s,;]*/g;
const TITLES = new Set(
  'sr sra srs sras srta senhor senhora senhorita seu dona dna dr dra doutor doutora prof profa professor professora eng pe padre pastor pastora'.split(
    ' ',
  ),
);

/** The words by which a name is compared (R50). A name that is nothing but a title is compared by it. */
function nameWords(name: string): string[] {
  const words = nameKey(name.replace(ASIDES, ' '))
    .split(' ')
    .filter((word) => word !== '' && !PARTICLES.has(word) && !/^\d+$/.test(word));
  const named = words.filter((word) => !TITLES.has(word));
  return named.length > 0 ? named : words;
}

/** A word and its initial are the same name: `M.` and `Maria`. */
function sameWord(a: string, b: string): boolean {
  return a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));
}

/** Whether all words of the shorter name are in the longer one, in their order. */
function isContained(shorter: readonly string[], longer: readonly string[]): boolean {
  let at = 0;
  return shorter.every((word) => {
    const found = longer.findIndex((other, index) => index >= at && sameWord(word, other));
    at = found + 1;
    return found >= 0;
  });
}

/**
 * Whether two names can be one person's: without brackets, handles, titles, particles and accents, one is contained in the
 * other (R50). `Souza` goes with `Maria Souza` and `Maria C. Souza` with `Dona Maria Clara Souza Lima`, but `Maria Souza`
 * not with `Maria Lima`. A name that is missing contradicts nothing.
 */
export function namesCompatible(a: string | null, b: string | null): boolean {
  const [words, others] = [nameWords(a ?? ''), nameWords(b ?? '')];
  return isContained(words, others) || isContained(others, words);
}
