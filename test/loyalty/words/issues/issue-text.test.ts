import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { issueText, placedTexts } from '../../../../src/loyalty/words/issues';
import type { IssueSentences } from '../../../../src/loyalty/words/issues';

const SENTENCES: IssueSentences = {
  types: { string: 'um texto' },
  wrongType: (expected, input) => `${expected}, não ${String(input)}`,
  outOfBounds: ({ of, least, limit, input }) => `${of} ${least ? '>=' : '<='} ${limit}: ${String(input)}`,
  unknownForm: (values) => `uma destas formas: ${values}`,
  other: 'outra coisa',
};

const schema = z.strictObject({
  name: z.string().max(3),
  kind: z.enum(['a', 'b']).default('a'),
  count: z.int().min(1).default(1),
  lines: z.array(z.strictObject({ sku: z.string() })).default([]),
  form: z.discriminatedUnion('type', [z.strictObject({ type: z.literal('x') })]).optional(),
  day: z.iso.date().optional(),
});

function found(input: unknown, sentences = SENTENCES): [string, string][] {
  const result = schema.safeParse(input, { error: (issue) => issueText(sentences, issue) });
  return (result.error?.issues ?? [])
    .flatMap((issue) => placedTexts(issue, 'campo desconhecido'))
    .map(({ path, message }) => [path, message]);
}

describe('the text of what zod finds', () => {
  it('says alike for every contract what is missing, and which values are known', () => {
    expect(found({ kind: 'c' })).toEqual([
      ['name', 'Falta este campo, que é obrigatório. Informe um texto.'],
      ['kind', 'Este valor não é conhecido. Use um destes: a, b.'],
    ]);
  });

  it('leaves the rest to the sentences of the contract', () => {
    expect(found({ name: 7, count: 0 })).toEqual([
      ['name', 'string, não 7'],
      ['count', 'number >= 1: 0'],
    ]);
    expect(found({ name: 'long' })).toEqual([['name', 'string <= 3: long']]);
    expect(found({ name: 'x', form: { type: 'y' } })).toEqual([['form.type', 'uma destas formas: x']]);
  });

  it('uses the general sentence for a format that the contract has none for', () => {
    expect(found({ name: 'x', day: '3/11' })).toEqual([['day', 'outra coisa']]);
    expect(found({ name: 'x', day: '3/11' }, { ...SENTENCES, wrongFormat: (format) => format })).toEqual([
      ['day', 'date'],
    ]);
  });

  it('puts each unknown field at its own place', () => {
    expect(found({ name: 'x', lines: [{ sku: 'A', size: 1, colour: 2 }] })).toEqual([
      ['lines[0].size', 'campo desconhecido'],
      ['lines[0].colour', 'campo desconhecido'],
    ]);
  });

  it('places what is wrong with the whole at no field', () => {
    expect(found(7)).toEqual([['', 'object, não 7']]);
  });
});
