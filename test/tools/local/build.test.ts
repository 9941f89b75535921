import { utimes } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isBuilt } from '../../../tools/local';
import { buildIfStale } from '../../../tools/local/build';
import { quietReporter } from '../engines/quiet-reporter';
import { testFolder } from '../folders';
import type { TestFolder } from '../folders';

describe('the build', () => {
  let folder: TestFolder;
  beforeEach(async () => {
    folder = await testFolder();
    const source = await folder.file('src/store/wallet.ts', '');
    await utimes(source, 1_000, 1_000);
  });
  afterEach(() => folder.remove());

  const npmScript = (build: string): Promise<string> =>
    folder.file('package.json', JSON.stringify({ name: 'shop', scripts: { build } }));

  it('is made when there is none, and then not again', async () => {
    await npmScript('mkdir dist');
    expect(await buildIfStale(folder.path, quietReporter())).toBe('built');
    expect(await buildIfStale(folder.path, quietReporter())).toBe('up to date');
  });

  it('is stale as soon as any source is newer', async () => {
    await folder.file('dist/.built', '');
    expect(await isBuilt(folder.path)).toBe(true);
    const soon = new Date(Date.now() + 5_000);
    const left = await folder.file('tools/schemathesis/__pycache__/hooks.cpython-311.pyc', '');
    await utimes(left, soon, soon);
    expect(await isBuilt(folder.path)).toBe(true);
    const source = await folder.file('simulator/world/order.ts', '');
    await utimes(source, soon, soon);
    expect(await isBuilt(folder.path)).toBe(false);
  });

  it('that fails shows what the compiler said, and does not count', async () => {
    await npmScript('echo "src/a.ts(1,1): error TS2322"; exit 2');
    await expect(buildIfStale(folder.path, quietReporter())).rejects.toThrow('error TS2322');
    expect(await isBuilt(folder.path)).toBe(false);
  });
});
