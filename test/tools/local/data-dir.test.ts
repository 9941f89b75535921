import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mongoKindOf } from '../../../tools/local';
import { DataDir, DataDirInUseError } from '../../../tools/local/data-dir';
import { testFolder } from '../folders';
import type { TestFolder } from '../folders';

describe('the data folder', () => {
  let folder: TestFolder;
  beforeEach(async () => (folder = await testFolder()));
  afterEach(() => folder.remove());

  it('belongs to one start at a time: a second one is told which process has it', async () => {
    const path = join(folder.path, 'data');
    const dataDir = await DataDir.open(path);
    await expect(DataDir.open(path)).rejects.toThrow(DataDirInUseError);
    await expect(DataDir.open(path)).rejects.toThrow(`process ${process.pid}`);
    await dataDir.close();
    await (await DataDir.open(path)).close();
  });

  it('remembers which kind of MongoDB server wrote it', async () => {
    const dataDir = await DataDir.open(folder.path);
    expect(await dataDir.mongoKind()).toBeUndefined();
    await dataDir.bindMongoKind('secantusd');
    expect(await mongoKindOf(folder.path)).toBe('secantusd');
    expect(dataDir.mongoData('mongod')).not.toBe(dataDir.mongoData('secantusd'));
    await dataDir.close();
  });
});
