/**
 * Letters and digits that nobody confuses on paper or aloud: none of 0/O, 1/I/L, 2/Z, 5/S, 6, 8/B, V.
 * Their number is prime, which is what lets one check character catch every wrong character and every swapped pair.
 */
export const CODE_ALPHABET = '3479ACDEFGHJKMNPQRTUWXY';
const RANDOM_CHARACTERS = 11;
const GROUP = 4;

/** Bytes of randomness a code is made from. */
export const VOUCHER_CODE_BYTES = 16;

/**
 * A voucher's code, such as `K7QM-3XRT-9WHP`: eleven random characters (about 50 bits) and a check character.
 * @param random `VOUCHER_CODE_BYTES` bytes from a cryptographic source
 */
export function voucherCode(random: Uint8Array): string {
  if (random.length !== VOUCHER_CODE_BYTES)
    throw new RangeError(`A voucher code is made from ${VOUCHER_CODE_BYTES} random bytes.`);
  const size = BigInt(CODE_ALPHABET.length);
  let rest = random.reduce((number, byte) => number * 256n + BigInt(byte), 0n);
  let characters = '';
  while (characters.length < RANDOM_CHARACTERS) {
    characters += CODE_ALPHABET.charAt(Number(rest % size));
    rest /= size;
  }
  return grouped(characters + checkCharacter(characters));
}

/** A code as it was typed or read out, in its one spelling; null where it cannot be one, for example after a slip. */
export function readVoucherCode(text: string): string | null {
  const characters = text.toUpperCase().replace(/[\s-]/g, '');
  if (characters.length !== RANDOM_CHARACTERS + 1) return null;
  if ([...characters].some((character) => !CODE_ALPHABET.includes(character))) return null;
  const body = characters.slice(0, -1);
  return checkCharacter(body) === characters.at(-1) ? grouped(characters) : null;
}

/** Weights 2, 3, 4 … modulo a prime: no two positions weigh the same, and the check character itself weighs 1. */
function checkCharacter(body: string): string {
  const sum = [...body].reduce(
    (total, character, index) => total + (index + 2) * CODE_ALPHABET.indexOf(character),
    0,
  );
  return CODE_ALPHABET.charAt((CODE_ALPHABET.length - (sum % CODE_ALPHABET.length)) % CODE_ALPHABET.length);
}

function grouped(characters: string): string {
  return characters.match(new RegExp(`.{${GROUP}}`, 'g'))!.join('-');
}
