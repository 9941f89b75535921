/** A person's CPF or a company's CNPJ: `value` has no punctuation, upper case, leading zeros kept. */
export interface TaxDocument {
  kind: 'cpf' | 'cnpj';
  value: string;
}

const CPF = /^\d{11}$/;
const CNPJ = /^[0-9A-Z]{12}\d{2}$/;
const CHECK_DIGITS = 2;

/**
 * A check digit modulo 11 of both documents: weights from 2 up, right to left, beginning anew after `lastWeight`. A
 * letter counts as its ASCII code less 48, as digits do (IN RFB 2.229/2024).
 */
function checkDigit(body: string, lastWeight: number): string {
  const sum = [...body].reverse().reduce((total, character, index) => {
    const weight = 2 + (index % (lastWeight - 1));
    return total + (character.charCodeAt(0) - 48) * weight;
  }, 0);
  const rest = sum % 11;
  return String(rest < 2 ? 0 : 11 - rest);
}

function hasCheckDigits(value: string, lastWeight: number): boolean {
  const body = value.slice(0, -2);
  const first = checkDigit(body, lastWeight);
  return value === body + first + checkDigit(body + first, lastWeight);
}

/**
 * Reads a CPF or CNPJ, the alphanumeric one too, with any punctuation and blanks; null when it is neither. Only
 * correct check digits count, and one character repeated is a filler, though its digits come out right. Zeros lost on
 * the left (a number from a spreadsheet) are not guessed: the rest could be another person's number.
 */
export function parseDocument(text: string): TaxDocument | null {
  const value = documentText(text);
  if (isFiller(value)) return null;
  if (CPF.test(value) && hasCheckDigits(value, 11)) return { kind: 'cpf', value };
  if (CNPJ.test(value) && hasCheckDigits(value, 9)) return { kind: 'cnpj', value };
  return null;
}

/** Whether a text is what is typed to get past a mandatory document: one character repeated, with or without check digits. */
export function isFillerDocument(text: string): boolean {
  return isFiller(documentText(text));
}

function documentText(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The check digits follow from the rest, so `11111111111180` is one character repeated as well. */
function isFiller(value: string): boolean {
  const whole = value.length === 11 || value.length === 14 ? value.slice(0, -CHECK_DIGITS) : value;
  return whole !== '' && [...whole].every((character) => character === whole[0]);
}
