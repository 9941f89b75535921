import { describe, expect, it } from '@jest/globals';
import { MUTANTS } from '../replay/mutants';
import { recordedHistories } from '../replay/recorded';
import { bundleChanged, notReplayed } from '../replay/replayed';
import './quiet-runtime';

/**
 * What the recorded histories are worth: changes that would break runs under way are made to a copy of the workflows, one at a time, and
 * each has to be noticed by replaying them.
 */
describe('the recorded histories', () => {
  const histories = recordedHistories();

  it('are all gone on with by the code as it is, so that what is caught below is caught by the change', async () => {
    expect(await notReplayed(await bundleChanged([]), histories)).toEqual([]);
  });

  it.each(MUTANTS)('would not let pass that $what ($of)', async ({ of, changes }) => {
    const concerned = histories.filter(({ facts }) => facts[0]!.startsWith(`${of}: `));
    expect(await notReplayed(await bundleChanged(changes), concerned, 1)).toHaveLength(1);
  });
});
