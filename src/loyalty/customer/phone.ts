import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** A telephone number that a person can be known by. */
export interface Phone {
  /** E.164, with the ninth digit of a Brazilian mobile: the number to send to. */
  e164: string;
  /**
   * Equal for all spellings of one number (R49): in Brazil area code and last eight digits where these begin with 6–9, as
   * mobiles were written before the ninth digit; any other number whole, so that no landline meets a mobile. E.164 elsewhere.
   */
  key: string;
  /** Whether it can have WhatsApp; where a country does not tell its mobiles apart, it may. */
  mobile: boolean;
}

const BRAZIL = '55';
/** What parts several numbers that were typed into one field. */
const BETWEEN = /[/;,|]|\be\b|\bou\b/i;
/** So many parts of a field are read: more than anybody has numbers, and few enough to be read at once whatever is typed. */
const MOST_PARTS = 8;
const PERSONAL = ['MOBILE', 'FIXED_LINE', 'FIXED_LINE_OR_MOBILE'];

/** Old mobiles had 8 digits beginning 6–9, which no landline does; today each has a 9 before them. */
function withNinthDigit(national: string): string {
  return national.replace(/^(\d{2})([6-9]\d{7})$/, '$19$2');
}

/**
 * The area code and number in digits dialled in Brazil, after the country code, the trunk 0 and a carrier's two digits.
 * Without a `+`, 55 is believed to be the country only when 10 digits or more follow, for it is also an area code.
 */
function nationalDigits(dialled: string, international: boolean): string | null {
  const afterCountry = /^(?:00)?55(\d{10,14})$/.exec(dialled)?.[1];
  const local = afterCountry ?? (international ? '' : dialled);
  return /^(?:0(?:\d{2})?)?([1-9]{2}\d{8,9})$/.exec(local)?.[1] ?? null;
}

/** The number as the numbering plans know it, if they do and it can be a person's. */
function known(dialled: string): (Omit<Phone, 'key'> & { national: string }) | null {
  const number = parsePhoneNumberFromString(dialled);
  const type = number?.getType();
  if (!number?.isValid() || !type || !PERSONAL.includes(type)) return null;
  return { e164: number.number, national: number.nationalNumber, mobile: type !== 'FIXED_LINE' };
}

function brazilian(dialled: string, international: boolean): Phone | null {
  const digits = nationalDigits(dialled, international);
  if (digits === null || /(\d)\1{7}$/.test(digits)) return null;
  const number = known(`+${BRAZIL}${withNinthDigit(digits)}`);
  if (!number) return null;
  const { e164, national, mobile } = number;
  return { e164, key: /[6-9]\d{7}$/.test(national) ? shortKey(national) : national, mobile };
}

function shortKey(national: string): string {
  return national.slice(0, 2) + national.slice(-8);
}

function foreign(digits: string): Phone | null {
  const number = known(`+${digits}`);
  return number && { e164: number.e164, key: number.e164, mobile: number.mobile };
}

function one(text: string): Phone | null {
  const digits = text.replace(/\D/g, '');
  const international = /^\D*\+/.test(text);
  return international && !digits.startsWith(BRAZIL) ? foreign(digits) : brazilian(digits, international);
}

/**
 * Reads a telephone number in any spelling found in ERPs, Brazilian unless it begins with `+` and another country's
 * code; of several in one field (`54 3333-4444 / 99999-8888`), the first complete one of the first eight parts. Null when
 * it is no personal number: no area code, an area code that does not exist, service numbers, one digit repeated eight times.
 */
export function parsePhone(text: string): Phone | null {
  const plain = text.normalize('NFKC');
  for (const part of [plain, ...plain.split(BETWEEN, MOST_PARTS)]) {
    const phone = one(part);
    if (phone) return phone;
  }
  return null;
}

/** Under which key the same number was known when landlines and mobiles still met; null where that is its key today. */
export function formerPhoneKey({ e164, key }: Phone): string | null {
  if (!e164.startsWith(`+${BRAZIL}`)) return null;
  const former = shortKey(e164.slice(BRAZIL.length + 1));
  return former === key ? null : former;
}

/** Whether a text is what is typed to get past a mandatory phone: one digit repeated, with or without an area code. */
export function isFillerPhone(text: string): boolean {
  const digits = text.normalize('NFKC').replace(/\D/g, '');
  return digits !== '' && (/^(\d)\1*$/.test(digits) || /(\d)\1{7}$/.test(digits));
}
