import { describe, expect, it } from '@jest/globals';
import { declaredPaths } from './declared-paths';
import { ENDINGS, SEQUENCES } from './named-paths';
import { recordedHistories } from './recorded';

const histories = recordedHistories();
const facts = [...new Set(histories.flatMap((history) => history.facts))];

/** Whether some of `all` come in this order, whatever lies between them. */
function inOrder(all: readonly string[], some: readonly string[]): boolean {
  let next = 0;
  for (const fact of all) if (next < some.length && fact === some[next]) next += 1;
  return next === some.length;
}

describe('every way through the workflows has a recorded history: a new one is recorded by npm run history:record', () => {
  it.each(declaredPaths())('what the source declares: %s', (path) => {
    expect(
      facts.filter((fact) => fact === path || (path.startsWith(': ') && fact.endsWith(path))),
    ).not.toEqual([]);
  });

  it.each(ENDINGS)('what can become of a run: %s', (ending) => {
    expect(facts).toContain(ending);
  });

  it.each(SEQUENCES)('$what', ({ workflow, steps }) => {
    const sequence = steps.map((fact) => `${workflow}: ${fact}`);
    const found = histories.filter((history) => inOrder(history.facts, sequence)).map(({ name }) => name);
    expect(found).not.toEqual([]);
  });
});

describe('what is declared', () => {
  it('is found in the source', () => {
    const declared = declaredPaths();
    expect(declared).toEqual(
      expect.arrayContaining([
        'sale: starts',
        ': update voucherRollback',
        ': signal timeIsUp',
        ': step wakeMovedSales',
        'sale: timer "Fim da reserva: devolver o vale" fires',
        'ledgerProof: patch verified-in-parts',
        'fileImport: continues as new',
      ]),
    );
  });
});
