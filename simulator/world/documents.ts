import type { Randomness } from './randomness';

/** The modulo-11 check digit over `text` with the given weights; letters count as ASCII − 48 (IN RFB 2.229/2024). */
function checkDigit(text: string, weights: readonly number[]): string {
  const sum = weights.reduce((total, weight, at) => total + weight * (text.charCodeAt(at) - 48), 0);
  const rest = sum % 11;
  return String(rest < 2 ? 0 : 11 - rest);
}

const cpfWeights = [11, 10, 9, 8, 7, 6, 5, 4, 3, 2];
const cnpjWeights = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];

/** A CPF with valid check digits, 11 digits without mask. */
export function makeCpf(random: Randomness): string {
  let base = random.digits(9);
  while (/^(\d)\1*$/.test(base)) base = random.digits(9);
  const first = base + checkDigit(base, cpfWeights.slice(1));
  return first + checkDigit(first, cpfWeights);
}

/** A CNPJ with valid check digits, 14 characters without mask; alphanumeric as registered since July 2026 if asked. */
export function makeCnpj(random: Randomness, alphanumeric: boolean): string {
  const root = alphanumeric
    ? `${random.digits(2)}${random.text(3, 'ABCDEFGHJKLMNPRSTUVWXYZ')}${random.digits(3)}`
    : `${random.integer(10, 99)}${random.digits(6)}`;
  const base = `${root}0001`;
  const first = base + checkDigit(base, cnpjWeights.slice(1));
  return first + checkDigit(first, cnpjWeights);
}

/** The document with its usual punctuation; what is neither 11 nor 14 characters comes back as it is. */
export function maskDocument(document: string): string {
  if (document.length === 11) return document.replace(/^(.{3})(.{3})(.{3})(.{2})$/, '$1.$2.$3-$4');
  return document.replace(/^(.{2})(.{3})(.{3})(.{4})(.{2})$/, '$1.$2.$3/$4-$5');
}

/** The document without punctuation, upper case: letters stay, an alphanumeric CNPJ needs them. */
export function bareDocument(document: string): string {
  return document.replace(/[^0-9a-z]/gi, '').toUpperCase();
}
