import type { z } from 'zod';
import { boundWords, issueText, placedTexts, typeName } from './issue-text';
import type { Bound, IssueSentences, PlacedText } from './issue-text';

/** One thing that keeps a program from being published: where it is (`earning.rules[0].id`), and what to do (pt-BR). */
export type ProgramProblem = PlacedText;

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

const SENTENCES: IssueSentences = {
  types: TYPES,
  wrongType,
  outOfBounds,
  unknownForm: (values) =>
    `Falta um tipo conhecido, e dele dependem os outros campos. Use um destes: ${values}.`,
  other: 'Este valor não segue o contrato do programa. Corrija o valor.',
};

const UNKNOWN_FIELD =
  'Este campo não existe no contrato do programa, e um nome errado não pode passar despercebido. ' +
  'Corrija o nome ou retire o campo.';

/** The pt-BR text of an issue of a program, where the schema itself has none. */
export function problemText(issue: z.core.$ZodRawIssue): string {
  return issueText(SENTENCES, issue);
}

/** The problems in an issue of a program, each at its place. */
export function programProblems(issue: z.core.$ZodIssue): ProgramProblem[] {
  return placedTexts(issue, UNKNOWN_FIELD);
}

function wrongType(expected: string, input: unknown): string {
  if (expected === 'int' || (expected === 'number' && typeof input === 'number')) {
    return 'Valores são contados em unidades inteiras (centavos, pontos, centésimos de %), sem fração. Informe um número inteiro.';
  }
  const received = typeName(SENTENCES, jsonType(input));
  return `O programa espera ${typeName(SENTENCES, expected)} aqui e recebeu ${received}. Corrija o valor.`;
}

function jsonType(input: unknown): string {
  if (input === null) return 'null';
  if (Array.isArray(input)) return 'array';
  return typeof input;
}

function outOfBounds({ of, least, limit, input }: Bound): string {
  switch (of) {
    case 'array':
      return least
        ? 'A lista está vazia e nada a atenderia. Informe ao menos um valor ou retire o campo.'
        : `A lista tem mais de ${boundWords(limit, 'valor', 'valores')}, longa demais para ser conferida. Diminua a lista.`;
    case 'string':
      return least
        ? 'O texto está vazio. Informe ao menos um caractere.'
        : `O texto tem mais de ${boundWords(limit, 'caractere', 'caracteres')}. Encurte o texto.`;
    // Templates of vouchers: nothing else has names that the merchant gives.
    case 'record':
      return `Um programa tem até ${boundWords(limit, 'vale', 'vales')}, um para cada regra. Retire os que nenhuma regra dá.`;
    default:
      return (
        `O valor ${String(input)} está fora do aceito (${least ? 'o menor' : 'o maior'} é ${limit}) e parece ` +
        'engano de digitação. Corrija o valor.'
      );
  }
}
