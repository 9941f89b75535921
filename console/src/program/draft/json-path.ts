/** A value of a program that is being written. What cannot be read yet stands where it belongs, as the text that was typed. */
export type Json = unknown;
/** A program that is being written. */
export type Draft = Readonly<Record<string, Json>>;

/** `earning.rules[0].id` → its steps. The names of vouchers have no dots. */
function stepsOf(path: string): (string | number)[] {
  return path
    .split(/[.[]/)
    .filter((step) => step !== '')
    .map((step) => (step.endsWith(']') ? Number(step.slice(0, -1)) : step));
}

function isObject(value: Json): value is Record<string, Json> {
  return typeof value === 'object' && value !== null;
}

/** What stands at a place, named as the API names places of a program. */
export function readAt(draft: Json, path: string): Json {
  return stepsOf(path).reduce<Json>(
    (value, step) => (isObject(value) ? value[step as string] : undefined),
    draft,
  );
}

/** The same program with something else at a place; undefined: nothing. Conditions that are all gone go as a whole. */
export function writeAt(draft: Draft, path: string, value: Json): Draft {
  return written(draft, stepsOf(path), value) as Draft;
}

function written(holder: Json, [step, ...rest]: (string | number)[], value: Json): Json {
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = Array.isArray(holder) ? [...(holder as Json[])] : [];
    list[step] = written(list[step], rest, value);
    return list;
  }
  const { [step]: before, ...others } = isObject(holder) ? holder : {};
  const after = written(before, rest, value);
  if (after === undefined || (step === 'when' && isEmpty(after))) return others;
  // In its place, so that the order of names stays.
  return isObject(holder) && step in holder ? { ...holder, [step]: after } : { ...others, [step]: after };
}

function isEmpty(value: Json): boolean {
  return isObject(value) && Object.keys(value).length === 0;
}

/** Whether two values say the same, in whatever order their names stand. */
export function sameJson(one: Json, other: Json): boolean {
  if (one === other) return true;
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  const [names, others] = [Object.keys(one), Object.keys(other)];
  return (
    names.length === others.length && names.every((name) => name in other && sameJson(one[name], other[name]))
  );
}
