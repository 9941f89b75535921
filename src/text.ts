const CONTROL = /\p{Cc}/u;
const EVERY_CONTROL = /\p{Cc}/gu;

/**
 * A text as it can be stored and found again: in Unicode's composed form (NFC), so that what looks the same is the same.
 * Null where it holds half of a surrogate pair, which no encoding can carry, or a control character, line breaks included.
 */
export function soundText(text: string): string | null {
  return text.isWellFormed() && !CONTROL.test(text) ? text.normalize('NFC') : null;
}

/**
 * The nearest sound text, for what comes from somebody who cannot be asked again: U+FFFD for half a surrogate pair, a blank
 * for a control character.
 */
export function mendedText(text: string): string {
  return text.toWellFormed().replace(EVERY_CONTROL, ' ').normalize('NFC');
}

/** JSON from somebody who cannot be asked again, with each text in it mended. @throws SyntaxError for what is no JSON */
export function mendedJson(json: string): unknown {
  return JSON.parse(json, (_key, value: unknown) => (typeof value === 'string' ? mendedText(value) : value));
}
