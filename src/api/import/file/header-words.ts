import { nameKey } from '../../../loyalty';

/** Words that make no difference to what a column says. */
const NOISE = new Set(
  'de da do das dos e o a os as na no em of the r rs brl reais opcional obrigatorio'.split(' '),
);

/** Words that are written apart or together. */
const TOGETHER: [RegExp, string][] = [
  [/\be mails?\b/g, 'email'],
  [/\bwhats app\b/g, 'whatsapp'],
  [/\bcell phone\b/g, 'cellphone'],
  [/\bsobre nome\b/g, 'sobrenome'],
];

/** What of a title is longer than this is not read. */
const LONGEST = 80;

/**
 * The words of a column's title by which it is understood: `CPF/CNPJ do Cliente`, `cpf_cnpj_cliente` and `cpfCnpjCliente` are
 * the same. @param known words that a title written as one may be taken apart into
 */
export function headerWords(title: string, known: ReadonlySet<string>): string[] {
  const apart = title.slice(0, LONGEST).replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  const key = TOGETHER.reduce((text, [pattern, word]) => text.replace(pattern, word), nameKey(apart));
  return key
    .split(' ')
    .flatMap((word) => (known.has(word) || NOISE.has(word) ? [word] : (takenApart(word, known) ?? [word])))
    .filter((word) => word !== '' && !NOISE.has(word));
}

/** `datadavenda` as `data da venda`; null where it is not made of known words alone. */
function takenApart(word: string, known: ReadonlySet<string>): string[] | null {
  const ways: (string[] | null)[] = [[]];
  for (let end = 1; end <= word.length; end += 1) {
    const start = ways.findIndex((way, at) => {
      const part = word.slice(at, end);
      return way != null && (part.length > 2 ? known.has(part) : at > 0 && NOISE.has(part));
    });
    ways[end] = start < 0 ? null : [...ways[start]!, word.slice(start, end)];
  }
  return ways[word.length] ?? null;
}
