import { spawnSync } from 'node:child_process';
import { readdir, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { tryLock } from '../../../tools/engines';
import type { Lock } from '../../../tools/engines';
import { testFolder } from '../folders';
import type { TestFolder } from '../folders';

describe('a lock between processes', () => {
  let folder: TestFolder;
  let file: string;
  beforeEach(async () => {
    folder = await testFolder();
    file = join(folder.path, 'lock');
  });
  afterEach(() => folder.remove());

  const take = async (): Promise<Lock | undefined> => {
    const attempt = await tryLock(file);
    return 'lock' in attempt ? attempt.lock : undefined;
  };
  const holder = (over: object): string =>
    JSON.stringify({ pid: process.pid, host: hostname(), token: 'theirs', ...over });

  it('is held by one and names its holder to the others', async () => {
    const lock = await take();
    expect(await tryLock(file)).toMatchObject({ holder: { pid: process.pid, host: hostname() } });
    await lock?.release();
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('is taken by exactly one of many that try at once', async () => {
    const taken = (await Promise.all(Array.from({ length: 25 }, take))).filter((lock) => lock !== undefined);
    expect(taken).toHaveLength(1);
    await taken[0]?.release();
  });

  it('is taken over from a process that is dead', async () => {
    const { pid } = spawnSync('true');
    await writeFile(file, holder({ pid }));
    const taken = (await Promise.all(Array.from({ length: 10 }, take))).filter((lock) => lock !== undefined);
    expect(taken).toHaveLength(1);
    await taken[0]?.release();
  });

  it('is taken over from a holder on another machine only when it gave no sign for a minute', async () => {
    await writeFile(file, holder({ host: 'elsewhere' }));
    expect(await take()).toBeUndefined();
    const longAgo = new Date(Date.now() - 61_000);
    await utimes(file, longAgo, longAgo);
    const lock = await take();
    expect(lock).toBeDefined();
    await lock?.release();
  });

  it('that was taken over is not removed by its former holder', async () => {
    const lock = await take();
    await writeFile(file, holder({}));
    await lock?.release();
    expect(await readdir(folder.path)).toEqual(['lock']);
  });
});
