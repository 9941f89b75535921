/** `55`, an area code, perhaps the 9 that all mobiles were given, and eight digits that a mobile has and no landline. */
const MOBILE = /^\+55(\d{2})(9?)([6-9]\d{7})$/;

/** Whether a Brazilian mobile, `+55…`, is written with its ninth digit; null: it is another number, of which there is one form. */
export function hasNinthDigit(phone: string): boolean | null {
  const found = MOBILE.exec(phone);
  return found && found[2] === '9';
}

/**
 * The same number with or without the ninth digit, where it has both forms. Some phones are known to WhatsApp by one of them alone, and no
 * rule tells by which.
 */
export function inForm(phone: string, ninth: boolean): string {
  return phone.replace(
    MOBILE,
    (_all, area: string, _nine, local: string) => `+55${area}${ninth ? '9' : ''}${local}`,
  );
}
