import { spawnSync } from 'node:child_process';
import { readdir, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { tryLock } from '../../../tools/engines';
import type { Lock } from '../../../tools/engines';
import { testFolder } from '../folders';
import type { TestFolder } from '../folders';

describe('a lock between processes', () => {
  let folder: TestFolder;
  let path: string;
  let taken: Lock[];
  beforeEach(async () => {
    folder = await testFolder();
    path = join(folder.path, 'lock');
    taken = [];
  });
  afterEach(async () => {
    await Promise.all(taken.map((lock) => lock.release()));
    await folder.remove();
  });

  const take = async (): Promise<void> => {
    const attempt = await tryLock(path);
    if ('lock' in attempt) taken.push(attempt.lock);
  };
  const manyTake = (): Promise<unknown> => Promise.all(Array.from({ length: 12 }, take));
  /** What a holder leaves in the folder that ends without letting go. */
  const leave = async (over: object = {}): Promise<string> => {
    await folder.file('lock/theirs.held', '');
    return folder.file('lock/theirs.claim', JSON.stringify({ pid: process.pid, host: hostname(), ...over }));
  };

  it('is held by one, names its holder to the others, and leaves nothing behind', async () => {
    await take();
    expect(await tryLock(path)).toEqual({ holder: { pid: process.pid, host: hostname() } });
    await taken.pop()?.release();
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('is taken by exactly one of many that try at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      await manyTake();
      expect(taken).toHaveLength(1);
      await taken.pop()?.release();
    }
  });

  it('is taken by exactly one of many after its holder has died', async () => {
    for (let round = 0; round < 5; round += 1) {
      await leave({ pid: spawnSync('true').pid });
      await manyTake();
      expect(taken).toHaveLength(1);
      await taken.pop()?.release();
    }
  });

  it('is free of a holder on another machine only when that gave no sign for a minute', async () => {
    const claim = await leave({ host: 'elsewhere' });
    await take();
    expect(taken).toHaveLength(0);
    const longAgo = new Date(Date.now() - 61_000);
    await utimes(claim, longAgo, longAgo);
    await take();
    expect(taken).toHaveLength(1);
  });

  it('that was taken over is not let go by its former holder', async () => {
    await take();
    const [claim = ''] = (await readdir(path)).filter((name) => name.endsWith('.claim'));
    const longAgo = new Date(Date.now() - 61_000);
    await utimes(join(path, claim), longAgo, longAgo);
    await take();
    expect(taken).toHaveLength(2);
    await taken.shift()?.release();
    expect(await tryLock(path)).toHaveProperty('holder');
  });
});
