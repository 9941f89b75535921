import { createHash } from 'node:crypto';

/** Area codes whose WhatsApp ids carry the ninth digit; elsewhere old ids were made without it. */
const withNinthDigit = new Set([
  '21',
  '22',
  '24',
  '27',
  '28',
  ...Array.from({ length: 9 }, (_, at) => String(11 + at)),
]);

/** The digits of a recipient as the API takes them, with or without `+` and punctuation; undefined: not a number. */
export function recipientDigits(to: string): string | undefined {
  if (!/^\+?[\d\s().-]+$/.test(to)) return undefined;
  const digits = to.replace(/\D/g, '');
  return digits.length >= 8 && digits.length <= 15 ? digits : undefined;
}

/** The WhatsApp id of a number, which in much of Brazil lacks the ninth digit. */
export function waIdOf(digits: string): string {
  const mobile = /^55(\d{2})9(\d{8})$/.exec(digits);
  if (!mobile || withNinthDigit.has(mobile[1] as string)) return digits;
  return `55${mobile[1]}${mobile[2]}`;
}

/** True for a Brazilian landline, which is not on WhatsApp. */
export function isLandline(digits: string): boolean {
  return /^55\d{2}[2-5]\d{7}$/.test(digits);
}

/** What all spellings of one Brazilian number have in common: area code and the last eight digits. */
export function phoneKey(phone: string): string {
  const digits = phone.replace(/\D/g, '').replace(/^0+/, '');
  const national = digits.length > 11 && digits.startsWith('55') ? digits.slice(2) : digits;
  return national.slice(0, 2) + national.slice(2).slice(-8);
}

/** Whether a Brazilian mobile is written with its ninth digit; null: it is another number. */
export function hasNinthDigit(digits: string): boolean | null {
  const mobile = /^55\d{2}(9?)[6-9]\d{7}$/.exec(digits);
  return mobile && mobile[1] === '9';
}

/** Who has a phone, to this business alone: the same whatever the spelling. */
export function userIdOf(phone: string): string {
  const digest = createHash('sha256').update(phoneKey(phone)).digest('hex');
  return `BR.${parseInt(digest.slice(0, 12), 16)}`;
}
