import { plainWords } from './called';

/** A person as somebody has typed them in. */
export interface Typed {
  name: string | null;
  document: string | null;
  phones: string[];
  emails: string[];
  /** The id that the source has for them. */
  sourceId: string | null;
}

/** What a merchant's staff type in where they know nobody. */
export interface House {
  words: string[];
  emails: string[];
  phones: string[];
}

/** A telephone number: by what it is known, and the number that is written to. */
export interface Telephone {
  key: string;
  mobile: boolean;
  dialled: string;
}

/** What of it names somebody. */
export interface Marks {
  name: string | null;
  document: string | null;
  phones: Telephone[];
  emails: string[];
  sourceId: string | null;
}

const NOBODYS = (
  'consumidor cliente venda final balcao diverso avulso nao sem identificado informado cadastrado ' +
  'pendente padrao loja pdv'
).split(' ');
/** Say nothing by themselves. */
const BETWEEN = ['de', 'do', 'da', 'dos', 'das', 'no', 'na', 'em', 'o', 'a', 'e'];
const NOBODYS_ADDRESS = ['pendente', 'naotem', 'sememail', 'naoinformado'];
const EXAMPLES = ['example', 'exemplo', 'test', 'invalid'];

/** A word of no account in each gender and number, as Portuguese forms them. */
export function inflected(word: string): string[] {
  if (word.length <= 3) return word === 'pdv' ? ['pdv', 'pdvs'] : [word];
  if (word.endsWith('ao')) return [word, `${word.slice(0, -2)}oes`];
  if (word.endsWith('al')) return [word, `${word.slice(0, -1)}is`];
  if (word.endsWith('or')) return [word, `${word}a`, `${word}es`, `${word}as`];
  if (word.endsWith('o')) return ['o', 'a', 'os', 'as'].map((end) => word.slice(0, -1) + end);
  return [word, `${word}s`];
}

const WORDS_OF_NOBODY = new Set(NOBODYS.flatMap(inflected));

/** Made of words that stand for nobody, with nothing but numbers and particles between them (R48). */
export function isNobodysName(name: string, house: House): boolean {
  const own = house.words.map((phrase) => plainWords(phrase).join(' '));
  const saysNothing = (text: string, found: boolean): boolean => {
    if (text === '') return found;
    const rest = (part: string): string => text.slice(part.length).trim();
    const starts = own.filter((phrase) => `${text} `.startsWith(`${phrase} `));
    if (starts.some((phrase) => saysNothing(rest(phrase), true))) return true;
    const [word = ''] = text.split(' ');
    if (WORDS_OF_NOBODY.has(word)) return saysNothing(rest(word), true);
    return (BETWEEN.includes(word) || /^\d+$/.test(word)) && saysNothing(rest(word), found);
  };
  return saysNothing(plainWords(name).join(' '), false);
}

/** The two digits that follow: each 11 less the weighted sum's rest, nothing for 10 and 11. */
export function checkDigits(body: string): string {
  const weights =
    body.length === 9 ? [11, 10, 9, 8, 7, 6, 5, 4, 3, 2] : [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
  const digit = (text: string): string => {
    const used = weights.slice(-text.length);
    const sum = [...text].reduce((total, one, at) => total + (one.charCodeAt(0) - 48) * used[at]!, 0);
    return String(11 - (sum % 11) > 9 ? 0 : 11 - (sum % 11));
  };
  const first = digit(body);
  return first + digit(body + first);
}

/** A CPF or CNPJ whose digits agree; one character repeated is none (R48). */
function documentOf(text: string): string | null {
  const value = text.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const body = value.slice(0, -2);
  if (![9, 12].includes(body.length) || new Set(body).size === 1) return null;
  return value === body + checkDigits(body) ? value : null;
}

/** A number with its area code, however it is spelled; one digit repeated is none (R48, R49). */
export function telephoneOf(text: string): Telephone | null {
  let digits = text.replace(/\D/g, '').replace(/^0+/, '');
  if (digits.length > 11 && digits.startsWith('55')) digits = digits.slice(2).replace(/^0+/, '');
  // The code of a carrier, which is dialled before the area.
  if (digits.length > 11) digits = digits.slice(2);
  if (digits.length < 10 || digits.length > 11) return null;
  const [area, number, last] = [digits.slice(0, 2), digits.slice(2), digits.slice(-8)];
  if (new Set(number).size === 1 || area.includes('0')) return null;
  if (number.length === 9 && !number.startsWith('9')) return null;
  const known = last >= '6';
  const mobile = known || number.length === 9;
  return { key: known ? area + last : digits, mobile, dialled: `+55${area}${mobile ? '9' : ''}${last}` };
}

/** An address that is somebody's (R48). */
function addressOf(text: string, house: House): string | null {
  const address = text.trim().toLowerCase();
  const [local = '', domain = ''] = address.split('@');
  if (domain === '') return null;
  const [host = ''] = domain.split('.');
  if ([local, host].some((part) => NOBODYS_ADDRESS.includes(part.replace(/[._-]/g, '')))) return null;
  if (domain.split('.').some((label) => EXAMPLES.includes(label))) return null;
  const own = house.emails.map((one) => one.toLowerCase());
  return own.includes(address) || own.includes(`@${domain}`) ? null : address;
}

/** What of a person as typed in names somebody; null: nobody (R48). */
export function marksOf(typed: Typed, house: House): Marks | null {
  const nameless = typed.name !== null && isNobodysName(typed.name, house);
  const houses = house.phones.map((text) => telephoneOf(text)?.key);
  const phones = typed.phones
    .flatMap((text) => telephoneOf(text) ?? [])
    .filter(({ key, mobile }) => !houses.includes(key) && (mobile || !nameless));
  const emails = nameless ? [] : typed.emails.flatMap((text) => addressOf(text, house) ?? []);
  const document = documentOf(typed.document ?? '');
  if (document === null && phones.length === 0 && emails.length === 0) return null;
  return { name: nameless ? null : typed.name, document, phones, emails, sourceId: typed.sourceId };
}
