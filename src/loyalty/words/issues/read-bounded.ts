import { z } from 'zod';

/** As many errors as somebody reads. */
export const MOST_ERRORS = 100;

/** Of an input of so few values every error is found in no time. */
const FEW_VALUES = 1_000;

/** An input as its schema reads it, or what is wrong with it. */
type Reading<Schema extends z.ZodType> =
  { ok: true; data: z.output<Schema> } | { ok: false; issues: readonly z.core.$ZodIssue[] };

/** The text of an issue, where the schema itself has none. */
type IssueTexts = (issue: z.core.$ZodRawIssue) => string;

/**
 * Reads an input by its schema. Of an input of many values a hundred that are wrong are enough: to say of a hundred thousand what is
 * wrong with them takes seconds, in which nobody else is served.
 */
export function readBounded<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  texts: IssueTexts,
): Reading<Schema> {
  const first = hasMore(input, FEW_VALUES) ? firstIssues(schema, input, texts) : [];
  if (first.length === MOST_ERRORS || first.some(isTooManyNames)) return { ok: false, issues: first };
  const result = schema.safeParse(input, { error: texts });
  return result.success ? { ok: true, data: result.data } : { ok: false, issues: result.error.issues };
}

/** Whether there are more than so many values in an input; nobody counts them further than that. */
function hasMore(input: unknown, most: number): boolean {
  const open: unknown[] = [input];
  for (let seen = 0; open.length > 0; seen += 1) {
    if (seen + open.length > most) return true;
    const value = open.pop();
    if (typeof value === 'object' && value !== null && !Buffer.isBuffer(value)) {
      const inner: unknown[] = Object.values(value);
      if (inner.length > most) return true;
      open.push(...inner);
    }
  }
  return false;
}

function firstIssues(schema: z.ZodType, input: unknown, texts: IssueTexts): z.core.$ZodIssue[] {
  const found: z.core.$ZodIssue[] = [];
  for (const issue of issuesIn(schema, input, [], texts)) {
    found.push(issue);
    if (found.length === MOST_ERRORS || isTooManyNames(issue)) break;
  }
  return found;
}

/**
 * What is wrong with single values, in order. What else is wrong (that one is missing, or that they do not fit together) is found by the
 * schema: of that there is no more than a few for each of its lists' elements.
 */
function* issuesIn(
  schema: z.core.$ZodType,
  value: unknown,
  path: readonly PropertyKey[],
  texts: IssueTexts,
): Generator<z.core.$ZodIssue> {
  if (isWrapper(schema)) {
    if (value !== undefined && value !== null) yield* issuesIn(schema.unwrap(), value, path, texts);
  } else if (schema instanceof z.ZodArray && Array.isArray(value)) {
    if (value.length <= mostElements(schema)) yield* issuesInList(schema.element, value, path, texts);
  } else if (schema instanceof z.ZodObject && isObject(value)) {
    for (const [name, field] of Object.entries<z.core.$ZodType>(schema.shape))
      if (name in value) yield* issuesIn(field, value[name], [...path, name], texts);
  } else if (schema instanceof z.ZodRecord && isObject(value)) {
    const issue = tooManyNames(schema, value, path, texts);
    if (issue) yield issue;
    else
      for (const [name, inner] of Object.entries(value))
        yield* issuesIn(schema.valueType, inner, [...path, name], texts);
  } else {
    const { error } = z.safeParse(schema, value, { error: texts });
    for (const issue of error?.issues ?? []) yield { ...issue, path: [...path, ...issue.path] };
  }
}

function* issuesInList(
  schema: z.core.$ZodType,
  list: readonly unknown[],
  path: readonly PropertyKey[],
  texts: IssueTexts,
): Generator<z.core.$ZodIssue> {
  if (isWrapper(schema) || isContainer(schema)) {
    for (const [index, element] of list.entries()) yield* issuesIn(schema, element, [...path, index], texts);
    return;
  }
  const some = z.array(schema);
  for (let from = 0; from < list.length; from += MOST_ERRORS) {
    const { error } = some.safeParse(list.slice(from, from + MOST_ERRORS), { error: texts });
    for (const issue of error?.issues ?? []) {
      const [index, ...within] = issue.path;
      yield { ...issue, path: [...path, from + Number(index), ...within] };
    }
  }
}

function isContainer(schema: z.core.$ZodType): boolean {
  return schema instanceof z.ZodArray || schema instanceof z.ZodObject || schema instanceof z.ZodRecord;
}

type Wrapper = z.ZodOptional | z.ZodNullable | z.ZodDefault | z.ZodPrefault;

function isWrapper(schema: z.core.$ZodType): schema is Wrapper {
  return (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list that is longer is refused by the schema before it looks into it. */
function mostElements({ def: { checks = [] } }: z.ZodArray): number {
  const most = checks.map((check) => (check._zod.def as { maximum?: number }).maximum ?? Infinity);
  return Math.min(...most);
}

/** Named things are all looked into by the schema before they are counted. */
function tooManyNames(
  schema: z.ZodRecord,
  value: object,
  path: readonly PropertyKey[],
  texts: IssueTexts,
): z.core.$ZodIssue | null {
  const maximum = schema.meta()?.['maxProperties'];
  if (typeof maximum !== 'number' || Object.keys(value).length <= maximum) return null;
  const issue = { code: 'too_big' as const, origin: 'record', maximum, inclusive: true, path: [...path] };
  return { ...issue, message: texts({ ...issue, input: value }) };
}

function isTooManyNames({ code, ...issue }: z.core.$ZodIssue): boolean {
  return code === 'too_big' && (issue as { origin?: string }).origin === 'record';
}
