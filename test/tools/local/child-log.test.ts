import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ChildLog } from '../../../tools/local/child-log';
import { testFolder } from '../folders';
import type { TestFolder } from '../folders';

describe('the log of a process', () => {
  let folder: TestFolder;
  let path: string;
  let alerts: string[];
  let now: number;
  beforeEach(async () => {
    folder = await testFolder();
    path = join(folder.path, 'worker.log');
    alerts = [];
    now = 0;
  });
  afterEach(() => folder.remove());

  const open = (): ChildLog =>
    new ChildLog(
      'worker',
      path,
      (text) => alerts.push(text),
      () => now,
    );

  it('keeps every line, and the log of the run before beside it', async () => {
    const first = open();
    first.take('{"level":30,"msg":"worker ready"}');
    await first.close();
    const second = open();
    second.take('plain words');
    await second.close();
    expect(await readFile(path, 'utf8')).toBe('plain words\n');
    expect(await readFile(join(folder.path, 'worker.previous.log'), 'utf8')).toBe(
      '{"level":30,"msg":"worker ready"}\n',
    );
  });

  it('shows errors on the terminal in one line each, and nothing below an error', async () => {
    const log = open();
    log.take('{"level":40,"msg":"slow"}');
    log.take('{"level":50,"msg":"sale not read","err":{"type":"BlingError","message":"503","stack":"…"}}');
    await log.close();
    expect(alerts).toEqual([`worker: sale not read: 503 (more in ${path})`]);
  });

  it('does not repeat an error that comes again and again', async () => {
    const log = open();
    const error = '{"level":50,"msg":"MongoDB is away"}';
    log.take(error);
    log.take(error);
    now += 31_000;
    log.take(error);
    await log.close();
    expect(alerts).toHaveLength(2);
  });

  it('has the last words that were not JSON, which a crash leaves', async () => {
    const log = open();
    log.take('{"level":30,"msg":"fine"}');
    log.take('TypeError: x is not a function');
    log.take('{half');
    expect(log.takeRecentText()).toEqual(['TypeError: x is not a function', '{half']);
    expect(log.takeRecentText()).toEqual([]);
    await log.close();
  });
});
