import { parseDocument } from './document';
import { parsePhone } from './phone';

/** A CPF or CNPJ as people write it, with its marks. */
const MARKED_DOCUMENT =
  /\d{3}\.\d{3}\.\d{3}-\d{2}|[0-9A-Z]{2}\.[0-9A-Z]{3}\.[0-9A-Z]{3}\/[0-9A-Z]{4}-\d{2}/gi;

/** Digits that the text itself calls a document. Behind any other word they are those of an order, which are as long by chance. */
const SAID_DOCUMENT = /(?<!\p{L})(?:cpf|cnpj)[\s:.º°#-]{0,3}(\d[\d./-]{9,18}\d)/iu;

/** A mobile number with its area code behind a word for it. */
const SAID_MOBILE =
  /(?<!\p{L})(?:tel|telefone|cel|celular|fone|whatsapp)[\s:.#-]{0,3}(\d{2}[\s-]?9\d{4}[\s-]?\d{4})(?!\d)/iu;

/** A telephone number with its area code in brackets, or with the country's. */
const MARKED_PHONE = /(?:\+55\s*)?\(\d{2}\)\s*\d{4,5}[\s-]?\d{4}|\+55[\s\d-]{10,16}\d/g;

/**
 * Whether a text that is to be a number or an id looks like something that names a person or a company: an e-mail address, a CPF or
 * CNPJ with its check digits, a telephone number as people write it; with their marks, or where a word says what they are, also among
 * others. Digits alone are taken for a telephone only where they are a mobile number with its area code.
 */
export function looksPersonal(text: string): boolean {
  return isPersonal(text.normalize('NFKC'));
}

/**
 * Whether a text quotes one of somebody's own marks, a document or a telephone number, whatever stands around it: what is long by chance
 * is not these very digits. What is no mark of a person, such as zeros typed to get past a field, is not looked for.
 */
export function quotesMark(text: string, { document, phone }: Record<'document' | 'phone', Mark>): boolean {
  const bare = bareOf(text);
  const marks = [
    parseDocument(document ?? '') && document,
    parsePhone(phone ?? '')?.e164.replace(/^\+55/, ''),
  ];
  return marks.some((mark) => typeof mark === 'string' && bare.includes(bareOf(mark)));
}

type Mark = string | null | undefined;

function bareOf(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
}

function isPersonal(text: string): boolean {
  if (/\S@\S/.test(text)) return true;
  if (parseDocument(SAID_DOCUMENT.exec(text)?.[1] ?? '') !== null) return true;
  if (parsePhone(SAID_MOBILE.exec(text)?.[1] ?? '')?.mobile) return true;
  if (found(MARKED_DOCUMENT, text).some((part) => parseDocument(part) !== null)) return true;
  if (found(MARKED_PHONE, text).some((part) => parsePhone(part) !== null)) return true;
  if (/[^\d\s()+./-]/.test(text)) return false;
  if (parseDocument(text) !== null) return true;
  const phone = parsePhone(text);
  return phone !== null && (phone.mobile ? digitsOf(text) >= 11 : /[\s()+]/.test(text.trim()));
}

function found(pattern: RegExp, text: string): string[] {
  return text.match(pattern) ?? [];
}

function digitsOf(text: string): number {
  return text.replace(/\D/g, '').length;
}
