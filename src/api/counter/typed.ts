import { parseDocument, parseEmail, parsePhone, readVoucherCode } from '../../loyalty';

/** What a text typed into the one field of a counter was read as. */
export const READINGS = ['voucher', 'document', 'phone', 'phone_ending', 'email', 'name'] as const;
export type Reading = (typeof READINGS)[number];

const CODE = /^[A-Z0-9]{12}$/;
const GROUPED = /^[A-Z0-9]{4}[\s-][A-Z0-9]{4}[\s-][A-Z0-9]{4}$/;

/**
 * How sure it is that a text is a voucher's code. `surely`: its check character is right, and no name is written so. `perhaps`: a
 * slip has been made in it, or it may be somebody's name. `no`: it cannot be one.
 */
export function isCode(text: string): 'surely' | 'perhaps' | 'no' {
  const typed = text.trim().toUpperCase();
  const together = typed.replace(/[\s-]/g, '');
  if (!CODE.test(together) || !/[A-Z]/.test(together)) return 'no';
  const formed = GROUPED.test(typed) || /\d/.test(together);
  const right = readVoucherCode(typed) !== null;
  if (right && formed) return 'surely';
  return right || formed ? 'perhaps' : 'no';
}

/** What a text that is no code is. */
export function readTyped(text: string): Exclude<Reading, 'voucher'> {
  if (parseDocument(text)) return 'document';
  if (parsePhone(text)) return 'phone';
  if (parseEmail(text) !== null || text.includes('@')) return 'email';
  const digits = text.replace(/\D/g, '');
  if (!/^[\d\s./()+-]+$/.test(text)) return 'name';
  if (digits.length <= 9) return 'phone_ending';
  return digits.length === 11 || digits.length === 14 ? 'document' : 'phone';
}
