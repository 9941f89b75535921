import type { z } from 'zod';

/** One thing that keeps a program from being published: where it is (`earning.rules[0].id`), and what to do (pt-BR). */
export interface ProgramProblem {
  path: string;
  message: string;
}

const TYPES: Record<string, string> = {
  string: 'texto',
  number: 'número',
  int: 'número inteiro',
  boolean: 'true ou false',
  object: 'objeto',
  record: 'objeto',
  array: 'lista',
  null: 'null',
};

function jsonType(input: unknown): string {
  if (input === null) return 'null';
  if (Array.isArray(input)) return 'array';
  return typeof input;
}

function typeName(type: string): string {
  return TYPES[type] ?? type;
}

function wrongType(expected: string, input: unknown): string {
  if (input === undefined) {
    return `Falta este campo, que é obrigatório. Informe ${typeName(expected)}.`;
  }
  if (expected === 'int' || (expected === 'number' && typeof input === 'number')) {
    return 'Valores são contados em unidades inteiras (centavos, pontos, centésimos de %), sem fração. Informe um número inteiro.';
  }
  return `O programa espera ${typeName(expected)} aqui e recebeu ${typeName(jsonType(input))}. Corrija o valor.`;
}

function outOfRange(issue: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig>): string {
  const small = issue.code === 'too_small';
  const limit = String(small ? issue.minimum : issue.maximum);
  switch (issue.origin) {
    case 'array':
      return small
        ? 'A lista está vazia e nada a atenderia. Informe ao menos um valor ou retire o campo.'
        : `A lista tem mais de ${limit} valores, longa demais para ser conferida. Diminua a lista.`;
    case 'string':
      return small
        ? 'O texto está vazio. Informe ao menos um caractere.'
        : `O texto tem mais de ${limit} caracteres. Encurte o texto.`;
    default:
      return (
        `O valor ${String(issue.input)} está fora do aceito (${small ? 'o menor' : 'o maior'} é ${limit}) e parece ` +
        'engano de digitação. Corrija o valor.'
      );
  }
}

function known(values: unknown): string {
  return Array.isArray(values) ? values.map(String).join(', ') : '';
}

/** The pt-BR text of an issue for which the schema itself has none. */
export function problemText(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, issue.input);
    case 'too_small':
    case 'too_big':
      return outOfRange(issue);
    case 'invalid_value':
      return `Este valor não é conhecido. Use um destes: ${known(issue.values)}.`;
    case 'invalid_union':
      return `Falta um tipo conhecido, e dele dependem os outros campos. Use um destes: ${known(issue.options)}.`;
    default:
      return 'Este valor não segue o contrato do programa. Corrija o valor.';
  }
}

/** `earning.rules[0].id`; empty for the program as a whole. */
function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? String(step) : `${text}.${String(step)}`;
  }, '');
}

/** The problems in an issue: one per field, so an unknown key stands at its own path. */
export function issueProblems(issue: z.core.$ZodIssue): ProgramProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: pathText([...issue.path, key]),
      message:
        'Este campo não existe no contrato do programa, e um nome errado não pode passar despercebido. ' +
        'Corrija o nome ou retire o campo.',
    }));
  }
  if (issue.code === 'invalid_key') {
    return issue.issues.map(({ message }) => ({ path: pathText(issue.path), message }));
  }
  return [{ path: pathText(issue.path), message: issue.message }];
}
