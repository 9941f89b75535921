const CONTROL = /\p{Cc}/u;
const EVERY_CONTROL = /\p{Cc}/gu;

/**
 * More marks upon one letter than any language writes (UAX #15, stream-safe text). To put them in order takes a time that grows by
 * the square of their number: seconds for a text of a hundred kilobytes.
 */
const PILED = /[\p{M}\uff9e\uff9f]{31}/u;
const EVERY_PILE = /(?<=[\p{M}\uff9e\uff9f]{30})[\p{M}\uff9e\uff9f]/gu;

/**
 * A text as it can be stored and found again: in Unicode's composed form (NFC), so that what looks the same is the same.
 * Null where it holds half of a surrogate pair, which no encoding can carry, a control character, line breaks included, or more
 * than thirty marks in a row.
 */
export function soundText(text: string): string | null {
  if (!text.isWellFormed() || CONTROL.test(text) || PILED.test(text)) return null;
  const composed = text.normalize('NFC');
  return PILED.test(composed) ? null : composed;
}

/**
 * The nearest sound text, for what comes from somebody who cannot be asked again: U+FFFD for half a surrogate pair, a blank
 * for a control character, no more than thirty marks in a row.
 */
export function mendedText(text: string): string {
  return withoutPiles(withoutPiles(text.toWellFormed().replace(EVERY_CONTROL, ' ')).normalize('NFC'));
}

/** The beginning of a text, of so many UTF-16 units at most; never half of a character beyond the basic plane. */
export function beginningOf(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}

function withoutPiles(text: string): string {
  return text.replace(EVERY_PILE, '');
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
