import { parseDocument } from './document';
import { parsePhone } from './phone';

/**
 * Whether a text that is to be a number or an id looks like something that names a person or a company: an e-mail address, a CPF or
 * CNPJ with its check digits, a telephone number as people write it. Digits alone are taken for a telephone only where they are a
 * mobile number with its area code.
 */
export function looksPersonal(text: string): boolean {
  if (/\S@\S/.test(text)) return true;
  if (/[^\d\s()+./-]/.test(text)) return false;
  if (parseDocument(text) !== null) return true;
  const phone = parsePhone(text);
  return phone !== null && (phone.mobile ? digitsOf(text) >= 11 : /[\s()+]/.test(text.trim()));
}

function digitsOf(text: string): number {
  return text.replace(/\D/g, '').length;
}
