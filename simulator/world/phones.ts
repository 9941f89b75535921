import type { Randomness } from './randomness';

/** A Brazilian mobile number: two digits of area code, then nine digits that start with 9. */
export function makeMobile(random: Randomness, areaCode: string): string {
  return `${areaCode}9${random.integer(6, 9)}${random.digits(7)}`;
}

/** A Brazilian landline number: two digits of area code, then eight digits that start with 3. */
export function makeLandline(random: Randomness, areaCode: string): string {
  return `${areaCode}3${random.digits(7)}`;
}

const mobileSpellings: readonly ((area: string, local: string) => string)[] = [
  (area, local) => `(${area}) ${local.slice(0, 5)}-${local.slice(5)}`,
  (area, local) => `(${area}) ${local.slice(0, 5)}-${local.slice(5)}`,
  (area, local) => `${area}${local}`,
  (area, local) => `(${area}) ${local.slice(1, 5)}-${local.slice(5)}`,
  (area, local) => `0${area} ${local.slice(0, 5)}-${local.slice(5)}`,
  (area, local) => `+55 ${area} ${local.slice(0, 5)}-${local.slice(5)}`,
  (area, local) => `55${area}${local}`,
  (area, local) => `${area} 9 ${local.slice(1, 5)} ${local.slice(5)}`,
];

/**
 * A mobile number the way somebody once typed it into an ERP: masked or bare, with and without the ninth digit,
 * a leading 0 or the country code. `number` is area code and nine digits.
 */
export function spellMobile(random: Randomness, number: string): string {
  return random.pick(mobileSpellings)(number.slice(0, 2), number.slice(2));
}

/** A landline number with its usual mask. `number` is area code and eight digits. */
export function spellLandline(number: string): string {
  return `(${number.slice(0, 2)}) ${number.slice(2, 6)}-${number.slice(6)}`;
}
