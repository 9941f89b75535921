import type { z } from 'zod';
import { boundWords, issueText, MOST_ERRORS, placedTexts, typeName } from '../../loyalty';
import type { Bound, IssueSentences } from '../../loyalty';
import type { FieldError } from './problem';

const TYPES: Record<string, string> = {
  string: 'um texto',
  number: 'um número',
  int: 'um número inteiro',
  boolean: 'true ou false',
  object: 'um objeto',
  array: 'uma lista',
};

const FORMATS: Record<string, string> = {
  datetime: 'Isto não é um instante em UTC. Escreva, por exemplo, 2026-11-03T12:00:00Z.',
  date: 'Isto não é uma data. Escreva como AAAA-MM-DD.',
};

const SENTENCES: IssueSentences = {
  types: TYPES,
  wrongType,
  outOfBounds,
  unknownForm: (values) =>
    `Este valor não é conhecido, e dele dependem os outros campos. Use um destes: ${values}.`,
  wrongFormat: (format) => FORMATS[format] ?? 'Este texto não tem o formato esperado. Corrija o valor.',
  other: 'Este valor não pode ser aceito. Corrija o valor.',
};

const UNKNOWN_FIELD =
  'Este campo não existe nesta chamada, e um nome errado não pode passar despercebido. Corrija o nome ou retire o campo.';

/** The pt-BR text for what zod found in a call, where the schema itself has none. */
export function inputIssueText(issue: z.core.$ZodRawIssue): string {
  return issueText(SENTENCES, issue);
}

/** The fields in an issue of a call, one error each; `body` stands for the body as a whole. */
export function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  return placedTexts(issue, UNKNOWN_FIELD).map(({ path, message }) => fieldError(path, message));
}

/** A text at its place in a call. @param path `items[0].sku`; empty: the body as a whole */
export function fieldError(path: string, message: string): FieldError {
  return { field: path === '' ? 'body' : path, message };
}

/** Of all errors those that a caller is told: the first of each field, up to a hundred. */
export function toldErrors(errors: readonly FieldError[]): FieldError[] {
  const told = new Map<string, FieldError>();
  for (const error of errors) {
    if (told.size === MOST_ERRORS) break;
    if (!told.has(error.field)) told.set(error.field, error);
  }
  return [...told.values()];
}

function wrongType(expected: string): string {
  if (expected === 'int')
    return 'Valores são inteiros (centavos ou pontos), sem fração. Informe um número inteiro.';
  return `Aqui se espera ${typeName(SENTENCES, expected)}. Corrija o valor.`;
}

function outOfBounds({ of, least, limit }: Bound): string {
  const bound = least ? 'no mínimo' : 'no máximo';
  const some = (one: string, many: string): string => `${bound} ${boundWords(limit, one, many)}`;
  if (of === 'string') return `O texto deve ter ${some('caractere', 'caracteres')}. Corrija o valor.`;
  if (of === 'array') return `A lista deve ter ${some('item', 'itens')}. Corrija a lista.`;
  return `O valor deve ser ${bound} ${limit}. Corrija o valor.`;
}
