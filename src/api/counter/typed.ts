import { parseDocument, parseEmail, parsePhone, readVoucherCode, CODE_ALPHABET } from '../../loyalty';

/** What a text typed into the one field of a counter was read as. */
export const READINGS = ['voucher', 'link', 'document', 'phone', 'phone_ending', 'email', 'name'] as const;
export type Reading = (typeof READINGS)[number];

const CODE = /^[A-Z0-9]{12}$/;
const DASHED = /^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$/;
const SPACED = /^[A-Z0-9]{4}[\s-][A-Z0-9]{4}[\s-][A-Z0-9]{4}$/;

/**
 * How sure it is that a text is a voucher's code. `surely`: its check character is right, and no name is written so. `perhaps`: a
 * slip has been made in it, or it may be somebody's name. `no`: it cannot be one. Names are written with blanks as codes may be: such a
 * text is a code only of what codes are made of, and of letters alone never for sure.
 */
export function isCode(text: string): 'surely' | 'perhaps' | 'no' {
  const typed = text.trim().toUpperCase();
  const together = typed.replace(/[\s-]/g, '');
  if (!CODE.test(together) || !/[A-Z]/.test(together)) return 'no';
  const right = readVoucherCode(typed) !== null;
  const formed = DASHED.test(typed) || /\d/.test(together);
  if (right && formed) return 'surely';
  const spaced = SPACED.test(typed) && [...together].every((one) => CODE_ALPHABET.includes(one));
  return right || formed || spaced ? 'perhaps' : 'no';
}

/** What a text that is no code is. */
export function readTyped(text: string): Exclude<Reading, 'voucher' | 'link'> {
  if (parseDocument(text)) return 'document';
  if (parsePhone(text)) return 'phone';
  if (parseEmail(text) !== null || text.includes('@')) return 'email';
  const digits = text.replace(/\D/g, '');
  if (!/^[\d\s./()+-]+$/.test(text)) return 'name';
  if (digits.length <= 9) return 'phone_ending';
  return digits.length === 11 || digits.length === 14 ? 'document' : 'phone';
}
