import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadConfig } from '../../../src/config';
import { localSecrets } from '../../../tools/local/secrets';
import { testFolder } from '../folders';
import type { TestFolder } from '../folders';

describe('local secrets', () => {
  let folder: TestFolder;
  beforeEach(async () => (folder = await testFolder()));
  afterEach(() => folder.remove());

  it('are made once, each different, and stay the same', async () => {
    const first = await localSecrets(folder.path);
    expect(new Set(Object.values(first)).size).toBe(Object.keys(first).length);
    expect(await localSecrets(folder.path)).toEqual(first);
  });

  it('can be read by their owner only', async () => {
    await localSecrets(folder.path);
    expect((await stat(join(folder.path, 'secrets.json'))).mode & 0o777).toBe(0o600);
  });

  it('are of the form the product expects', async () => {
    const config = loadConfig({ ...(await localSecrets(folder.path)) });
    expect(config.encryptionKey).toHaveLength(32);
  });

  it('that a later version needs in addition are added, those that are there stay', async () => {
    const { ENCRYPTION_KEY } = await localSecrets(folder.path);
    await writeFile(join(folder.path, 'secrets.json'), JSON.stringify({ ENCRYPTION_KEY }));
    const again = await localSecrets(folder.path);
    expect(again.ENCRYPTION_KEY).toBe(ENCRYPTION_KEY);
    expect(JSON.parse(await readFile(join(folder.path, 'secrets.json'), 'utf8'))).toEqual(again);
  });
});
