import { parseEmail } from './email';
import { nameKey } from './name';
import { parsePhone } from './phone';

/**
 * What a merchant's staff type in where they do not know who buys, besides what everybody types (R48): words or phrases of
 * names, e-mail addresses (`caixa@loja.com.br`) or whole domains (`@loja.com.br`), and phones such as the store's own.
 */
export interface StandIns {
  words: readonly string[];
  emails: readonly string[];
  phones: readonly string[];
}

/** Nothing besides what everybody types. */
export const NO_STAND_INS: StandIns = { words: [], emails: [], phones: [] };

/** A word of a name that stands for nobody, in each gender and number. */
const WORD =
  /^(?:cons|consum|consumidor|consumidor[ae]s|consumidora|clientes?|vendas?|final|finais|balcao|balcoes|divers[oa]s?|avuls[oa]s?|nao|sem|nomes?|identificad[oa]s?|informad[oa]s?|cadastrad[oa]s?|pendentes?|padrao|padroes|lojas?|pdvs?|anonim[oa]s?|nf|nfe|nfc|nfce)$/;
/** Says nothing by itself, but may stand between stand-in words: `Cliente do balcão 2`. */
const LINK = /^(?:\d+|[aeo]|d[aeo]s?|n[ao]s?|em|ao?s?)$/;

/** Whether a name is made of stand-in words only, such as `CONSUMIDOR NÃO CADASTRADO`. A name that is missing is none. */
export function isStandInName(name: string | null, { words }: StandIns): boolean {
  const tokens = tokensOf(name ?? '');
  const phrases = words.map(tokensOf).filter(({ length }) => length > 0);
  let standIns = 0;
  for (let at = 0; at < tokens.length;) {
    const phrase = phrases.find((one) => one.every((word, index) => tokens[at + index] === word));
    if (!phrase && !LINK.test(tokens[at]!) && !isStandInWord(tokens[at]!)) return false;
    standIns += phrase || isStandInWord(tokens[at]!) ? 1 : 0;
    at += phrase?.length ?? 1;
  }
  return standIns > 0;
}

/** Whether the merchant has said that an address as typed is nobody's. */
export function isStandInEmail(text: string, { emails }: StandIns): boolean {
  const address = parseEmail(text);
  if (address === null) return false;
  const domain = address.slice(address.lastIndexOf('@'));
  return emails.map((one) => one.trim().toLowerCase()).some((one) => one === address || one === domain);
}

/** Whether the merchant has said that a phone as typed is nobody's. */
export function isStandInPhone(text: string, { phones }: StandIns): boolean {
  const key = parsePhone(text)?.key;
  return key !== undefined && phones.some((one) => parsePhone(one)?.key === key);
}

/** One stand-in word, or several written together: `CONSUMIDORFINAL`. */
function isStandInWord(token: string): boolean {
  const ends = [0];
  for (let end = 1; end <= token.length; end += 1)
    if (ends.some((start) => WORD.test(token.slice(start, end)))) ends.push(end);
  return ends.at(-1) === token.length;
}

function tokensOf(text: string): string[] {
  return nameKey(text).split(' ').filter(Boolean);
}
