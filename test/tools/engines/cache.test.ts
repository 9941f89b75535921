import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EngineCache } from '../../../tools/engines';
import { testFolder } from '../folders';
import type { TestFolder } from '../folders';
import { quietReporter } from './quiet-reporter';

describe('the cache of engines', () => {
  let folder: TestFolder;
  let cache: EngineCache;
  beforeEach(async () => {
    folder = await testFolder();
    cache = new EngineCache(join(folder.path, 'retorno'));
  });
  afterEach(() => folder.remove());

  it('lies where other caches lie', () => {
    expect(EngineCache.of({ XDG_CACHE_HOME: '/c' }).root).toBe('/c/retorno');
    expect(EngineCache.of({ XDG_CACHE_HOME: '' }).root).toMatch(/\/\.cache\/retorno$/);
  });

  it('is filled once and then used', async () => {
    let fills = 0;
    const fill = async (beside: string): Promise<void> => {
      fills += 1;
      await writeFile(join(beside, 'engine'), 'v1');
    };
    const first = await cache.filled('engine-1', quietReporter(), fill);
    const second = await cache.filled('engine-1', quietReporter(), fill);
    expect([first, second, fills]).toEqual([cache.folder('engine-1'), cache.folder('engine-1'), 1]);
    expect(await readdir(cache.root)).toEqual(['engine-1']);
  });

  it('has nothing of an engine while it is being built', async () => {
    await cache.filled('engine-1', quietReporter(), async () =>
      expect(await cache.has('engine-1')).toBe(false),
    );
    expect(await cache.has('engine-1')).toBe(true);
  });

  it('never holds a half-finished build: a failure leaves nothing behind', async () => {
    const failing = cache.filled('engine-1', quietReporter(), async (beside) => {
      await writeFile(join(beside, 'half'), '');
      throw new Error('no space left');
    });
    await expect(failing).rejects.toThrow('no space left');
    expect(await readdir(cache.root)).toEqual([]);
  });

  it('removes what a killed build left, and builds anew', async () => {
    await mkdir(join(cache.root, 'engine-1.partial-Xy12'), { recursive: true });
    await mkdir(join(cache.root, 'other-1.partial-Xy12'));
    await cache.filled('engine-1', quietReporter(), () => Promise.resolve());
    expect((await readdir(cache.root)).sort()).toEqual(['engine-1', 'other-1.partial-Xy12']);
  });

  it('lets the second of two runs wait for the first instead of building too', async () => {
    const report = quietReporter();
    let begun: () => void = () => undefined;
    let finish: () => void = () => undefined;
    const building = new Promise<void>((resolve) => (begun = resolve));
    const waitedFor = new Promise<void>((resolve) => (finish = resolve));
    const first = cache.filled('engine-1', quietReporter(), () => {
      begun();
      return waitedFor;
    });
    await building;
    const line = (text: string): void => {
      report.line(text);
      finish();
    };
    const mustNotBuild = (): Promise<void> => Promise.reject(new Error('built twice'));
    const second = cache.filled('engine-1', { ...report, line }, mustNotBuild);
    expect(await Promise.all([first, second])).toEqual([cache.folder('engine-1'), cache.folder('engine-1')]);
    expect(report.said).toEqual([`waiting for process ${process.pid}, which is already obtaining it`]);
  });
});
