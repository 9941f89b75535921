/**
 * One thing that publishing a version changes. `path` is where it stands in the program, rules and vouchers by their
 * name (`earning.rules.cashback-5.capPerSaleCents`), empty for the program as a whole; `text` is pt-BR, a sentence a
 * merchant understands.
 */
export interface ProgramChange {
  path: string;
  kind: 'added' | 'removed' | 'changed';
  text: string;
}

/** What changed between two states of one part of the program. */
export type Compare<Part> = (before: Part, after: Part) => ProgramChange[];

/** How a change of a field reads, when it appears, disappears or takes another value. */
export interface FieldTexts<Value> {
  added(after: Value): string;
  removed(before: Value): string;
  changed(before: Value, after: Value): string;
}

/** Whether two values mean the same, though they may be written differently. */
export type Same<Value> = (a: Value, b: Value) => boolean;

const identical = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A field that may be absent. */
export function optional<Part, Value>(
  path: string,
  read: (part: Part) => Value | undefined,
  texts: FieldTexts<Value>,
  same: Same<Value> = identical,
): Compare<Part> {
  return (beforePart, afterPart) => {
    const before = read(beforePart);
    const after = read(afterPart);
    if (before === undefined)
      return after === undefined ? [] : [{ path, kind: 'added', text: texts.added(after) }];
    if (after === undefined) return [{ path, kind: 'removed', text: texts.removed(before) }];
    return same(before, after) ? [] : [{ path, kind: 'changed', text: texts.changed(before, after) }];
  };
}

/** A field that always has a value. */
export function always<Part, Value>(
  path: string,
  read: (part: Part) => Value,
  changed: (before: Value, after: Value) => string,
  same: Same<Value> = identical,
): Compare<Part> {
  return (beforePart, afterPart) => {
    const before = read(beforePart);
    const after = read(afterPart);
    return same(before, after) ? [] : [{ path, kind: 'changed', text: changed(before, after) }];
  };
}

/** A switch, with the sentence for turning it on and the one for turning it off. */
export function switched<Part>(
  path: string,
  read: (part: Part) => boolean,
  texts: { on: string; off: string },
): Compare<Part> {
  return always(path, read, (_before, after) => (after ? texts.on : texts.off));
}

/** Every change any of them finds, in their order. */
export function together<Part>(compares: readonly Compare<Part>[]): Compare<Part> {
  return (before, after) => compares.flatMap((compare) => compare(before, after));
}

/** `de` with what follows it: `de 8 dias`, `do resto do mesmo dia`. */
const from = (words: string): string => (words.startsWith('o ') ? `do ${words.slice(2)}` : `de ${words}`);

/** From one value to another: `O prazo de carência passa de 8 dias para 10 dias`. */
export function fromTo<Value>(
  subject: string,
  words: (value: Value) => string,
): (before: Value, after: Value) => string {
  return (before, after) => `${subject} passa ${from(words(before))} para ${words(after)}`;
}

/**
 * The same for a value of which there may be none: `O prazo de carência deixa de existir (antes, 20 segundos)`,
 * `Passa a existir o prazo de carência, de 8 dias`.
 * @param noun with its article in lower case: `o prazo de carência`
 */
export function comesAndGoes<Value>(
  noun: string,
  words: (value: Value) => string,
  isNone: (value: Value) => boolean,
): (before: Value, after: Value) => string {
  const subject = noun.charAt(0).toUpperCase() + noun.slice(1);
  const kept = fromTo(subject, words);
  return (before, after) => {
    if (isNone(after)) return `${subject} deixa de existir (antes, ${words(before)})`;
    return isNone(before) ? `Passa a existir ${noun}, ${from(words(after))}` : kept(before, after);
  };
}
