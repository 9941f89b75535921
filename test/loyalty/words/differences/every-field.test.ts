import { describe, expect, it } from '@jest/globals';
import { programSchema } from '../../../../src/loyalty/program';
import { programDiff } from '../../../../src/loyalty/words/differences';
import { EVERY_FIELD, MUTATIONS, schemaPathOf, withField } from '../../program/fields-in-use';
import { schemaFields } from '../../program/schema-fields';

/** Fields that may be absent, and for which no default stands in. */
const OPTIONAL = MUTATIONS.map(([path]) => path).filter((path) => {
  const without = programSchema.safeParse(withField(path, undefined));
  return without.success && JSON.stringify(without.data) === JSON.stringify(withField(path, undefined));
});

describe('the difference between two programs', () => {
  it('is tested for every field the schema has', () => {
    const tested = MUTATIONS.map(([path]) => schemaPathOf(path));
    expect([...new Set(tested)].sort()).toEqual(schemaFields().sort());
  });

  it('of one program and itself is nothing', () => {
    expect(programDiff(EVERY_FIELD, structuredClone(EVERY_FIELD))).toEqual([]);
  });

  it.each(MUTATIONS.filter(([path]) => !path.endsWith('.id')))('names %s', (path, value) => {
    const changes = programDiff(EVERY_FIELD, withField(path, value));
    expect(changes).toEqual([{ path, kind: 'changed', text: expect.stringMatching(/^\p{Lu}.*[^.]$/u) }]);
  });

  it('takes a rule by another name for another rule', () => {
    const changes = programDiff(EVERY_FIELD, withField('earning.rules.campanha.id', 'outra'));
    expect(changes.map(({ path, kind }) => [path, kind])).toEqual([
      ['earning.rules.campanha', 'removed'],
      ['earning.rules.outra', 'added'],
    ]);
  });

  it.each(OPTIONAL)('names %s when it disappears and when it appears', (path) => {
    const without = withField(path, undefined);
    const paths = (changes: ReturnType<typeof programDiff>): string[] => changes.map((change) => change.path);
    expect(paths(programDiff(EVERY_FIELD, without))).toContain(path);
    expect(paths(programDiff(without, EVERY_FIELD))).toContain(path);
  });

  it.each([
    ...['earned', 'expiring', 'expired', 'returned', 'repurchase'],
    ...['welcome', 'balance', 'winBack', 'birthday'],
  ])('names the message %s', (kind) => {
    const path = `messages.${kind}`;
    const without = withField(path, undefined);
    expect(programDiff(EVERY_FIELD, without)).toMatchObject([{ path, kind: 'removed' }]);
    expect(programDiff(without, EVERY_FIELD)).toMatchObject([{ path, kind: 'added' }]);
  });
});
