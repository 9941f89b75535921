import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Teardown } from '../../../tools/processes';

describe('the teardown', () => {
  afterEach(() => void jest.restoreAllMocks());

  const recorder = (): { teardown: Teardown; done: string[]; add: (name: string) => void } => {
    const teardown = new Teardown();
    const done: string[] = [];
    return { teardown, done, add: (name) => teardown.add(name, () => Promise.resolve(void done.push(name))) };
  };

  it('stops things in the reverse of the order in which they were begun', async () => {
    const { teardown, done, add } = recorder();
    ['folder', 'engine', 'worker'].forEach(add);
    await teardown.run();
    expect(done).toEqual(['worker', 'engine', 'folder']);
  });

  it('goes on when one of them fails, and says so', async () => {
    const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const { teardown, done, add } = recorder();
    add('engine');
    teardown.add('worker', () => Promise.reject(new Error('stuck')));
    await teardown.run();
    expect(done).toEqual(['engine']);
    expect(said).toHaveBeenCalledWith('Stopping worker failed:', 'stuck');
  });

  it('runs once, and takes care of what comes up while it runs', async () => {
    const { teardown, done, add } = recorder();
    add('engine');
    const runs = [teardown.run(), teardown.run()];
    add('late');
    await Promise.all([...runs, teardown.run()]);
    expect(done.sort()).toEqual(['engine', 'late']);
  });
});
