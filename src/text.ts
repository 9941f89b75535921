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

/**
 * The text by which contents are hashed and told apart, of stored documents and of requests that are kept for ever: JSON with sorted keys, dates as ISO 8601 UTC, and without fields that are null
 * or absent. MongoDB stores an absent field of an object as null, so both must give the same hash. Half of a surrogate pair
 * comes back from MongoDB as U+FFFD, in values and in names of fields, so it is hashed as that: a hash is always that of what
 * will be given back. (The API has a JSON of its own for comparing requests, in which null and absent differ.)
 */
export function canonicalJson(content: unknown): string {
  return JSON.stringify(content, (_key, value: unknown) => {
    if (typeof value === 'string') return value.toWellFormed();
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, inner]) => inner !== null && inner !== undefined)
        .map(([name, inner]): [string, unknown] => [name.toWellFormed(), inner])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  });
}
