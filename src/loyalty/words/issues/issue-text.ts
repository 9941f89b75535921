import type { z } from 'zod';
import { MOST_ERRORS } from './read-bounded';

/**
 * The sentences one contract has for what zod finds wrong with its input: what is wrong, and what to send instead (pt-BR).
 * What every contract says alike is in `issueText`.
 */
export interface IssueSentences {
  /** zod's names of types as they stand in a sentence. */
  types: Readonly<Record<string, string>>;
  /** A value of another type than `expected`, which is zod's name. */
  wrongType(expected: string, input: unknown): string;
  /** A number, a text or a list beyond what is taken. */
  outOfBounds(bound: Bound): string;
  /** Not one of several forms, which are told apart by one of these values. */
  unknownForm(values: string): string;
  /** A text without the format that zod calls so; absent: `other`. */
  wrongFormat?(format: string): string;
  /** Anything else. */
  other: string;
}

/** A bound that was passed: at least (`least`) or at most `limit`, of a value, of characters or of list elements. */
export interface Bound {
  /** zod's word for what is bounded: `number`, `string`, `array`. */
  of: string;
  least: boolean;
  limit: string;
  input: unknown;
}

/** The pt-BR text of what zod found, where the schema itself has none. */
export function issueText(sentences: IssueSentences, issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `Falta este campo, que é obrigatório. Informe ${typeName(sentences, issue.expected)}.`
        : sentences.wrongType(issue.expected, issue.input);
    case 'too_small':
      return sentences.outOfBounds(bound(issue, true, issue.minimum));
    case 'too_big':
      return sentences.outOfBounds(bound(issue, false, issue.maximum));
    case 'invalid_value':
      return `Este valor não é conhecido. Use um destes: ${listed(issue.values)}.`;
    case 'invalid_union':
      return sentences.unknownForm(listed(issue.options));
    case 'invalid_format':
      return sentences.wrongFormat?.(issue.format) ?? sentences.other;
    default:
      return sentences.other;
  }
}

/** A type as it stands in a sentence; zod's own name where the contract has no word for it. */
export function typeName({ types }: Pick<IssueSentences, 'types'>, type: string): string {
  return types[type] ?? type;
}

/** A bound with what it counts: `1 caractere`, `40 caracteres`. */
export function boundWords(limit: string, one: string, many: string): string {
  return `${limit} ${limit === '1' ? one : many}`;
}

function bound(issue: { origin: string; input?: unknown }, least: boolean, limit: number | bigint): Bound {
  return { of: issue.origin, least, limit: String(limit), input: issue.input };
}

function listed(values: unknown): string {
  return Array.isArray(values) ? values.map(String).join(', ') : '';
}

/** One thing that is wrong with an input: where (`earning.rules[0].id`, empty for the whole), and what to do (pt-BR). */
export interface PlacedText {
  path: string;
  message: string;
}

/**
 * Where an issue is, with its text: one for each unknown field, up to as many as somebody reads, so that each stands at its own place.
 * @param unknownField the text for a field that the contract does not have
 */
export function placedTexts(issue: z.core.$ZodIssue, unknownField: string): PlacedText[] {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys
        .slice(0, MOST_ERRORS)
        .map((key) => ({ path: pathText([...issue.path, key]), message: unknownField }));
    case 'invalid_key':
      return issue.issues.map(({ message }) => ({ path: pathText(issue.path), message }));
    default:
      return [{ path: pathText(issue.path), message: issue.message }];
  }
}

/** Where something is in an input: `earning.rules[0].id`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? String(step) : `${text}.${String(step)}`;
  }, '');
}
