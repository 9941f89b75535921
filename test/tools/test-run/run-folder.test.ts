import { spawnSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeRunFolder } from '../../../tools/test-run';
import { testFolder } from '../folders';
import type { TestFolder } from '../folders';

describe('the folder of a test run', () => {
  let folder: TestFolder;
  beforeEach(async () => (folder = await testFolder()));
  afterEach(() => folder.remove());

  it('is its own, and takes the place of what killed runs left, but not of runs that go on', async () => {
    const { pid: dead } = spawnSync('true');
    await folder.file(`retorno-test-${dead}-a1/mongodb.log`, '');
    await folder.file(`retorno-test-${process.ppid}-b2/mongodb.log`, '');
    await folder.file('retorno-test-notes/readme', '');
    const made = await makeRunFolder(folder.path);
    const names = (await readdir(folder.path)).map((name) => `${folder.path}/${name}`);
    expect(names.sort()).toEqual(
      [made, `${folder.path}/retorno-test-${process.ppid}-b2`, `${folder.path}/retorno-test-notes`].sort(),
    );
  });
});
