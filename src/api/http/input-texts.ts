import type { z } from 'zod';
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

/** The pt-BR text for what zod found, where the schema itself has none: what is wrong, and what to send instead. */
export function issueText(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, issue.input);
    case 'too_small':
    case 'too_big':
      return outOfRange(issue);
    case 'invalid_value':
      return `Este valor não é conhecido. Use um destes: ${issue.values.map(String).join(', ')}.`;
    case 'invalid_union':
      return `Este valor não é conhecido, e dele dependem os outros campos. Use um destes: ${optionsOf(issue)}.`;
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'Este texto não tem o formato esperado. Corrija o valor.';
    default:
      return 'Este valor não pode ser aceito. Corrija o valor.';
  }
}

/** The fields in an issue: one error each, so that every unknown key stands at its own place. */
export function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: pathText([...issue.path, key]),
      message:
        'Este campo não existe nesta chamada, e um nome errado não pode passar despercebido. Corrija o nome ou retire o campo.',
    }));
  }
  return [{ field: pathText(issue.path), message: issue.message }];
}

function wrongType(expected: string, input: unknown): string {
  const wanted = TYPES[expected] ?? expected;
  if (input === undefined) return `Falta este campo, que é obrigatório. Informe ${wanted}.`;
  if (expected === 'int')
    return 'Valores são inteiros (centavos ou pontos), sem fração. Informe um número inteiro.';
  return `Aqui se espera ${wanted}. Corrija o valor.`;
}

function outOfRange(issue: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig>): string {
  const small = issue.code === 'too_small';
  const limit = String(small ? issue.minimum : issue.maximum);
  const least = small ? 'no mínimo' : 'no máximo';
  if (issue.origin === 'string') return `O texto deve ter ${least} ${limit} caracteres. Corrija o valor.`;
  if (issue.origin === 'array') return `A lista deve ter ${least} ${limit} itens. Corrija a lista.`;
  return `O valor deve ser ${least} ${limit}. Corrija o valor.`;
}

function optionsOf(issue: z.core.$ZodRawIssue): string {
  const { options } = issue as { options?: unknown };
  return Array.isArray(options) ? options.map(String).join(', ') : '';
}

/** `items[0].sku`; `body` for the body as a whole. */
function pathText(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'body';
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? String(step) : `${text}.${String(step)}`;
  }, '');
}
