import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findOnPath } from '../../../tools/processes';
import { testFolder } from '../folders';
import type { TestFolder } from '../folders';

describe('looking for a program on PATH', () => {
  let folder: TestFolder;
  beforeEach(async () => (folder = await testFolder()));
  afterEach(() => folder.remove());

  it('finds the first that can be run, passing over files that cannot and folders of that name', async () => {
    await folder.file('plain/mongod', 'not a program');
    await folder.file('folder/mongod/readme', '');
    const wanted = await folder.program('programs/mongod', 'true');
    const PATH = ['nowhere', 'plain', 'folder', 'programs'].map((name) => `${folder.path}/${name}`).join(':');
    expect(await findOnPath('mongod', { PATH })).toBe(wanted);
  });

  it('finds nothing without PATH', async () => {
    expect(await findOnPath('mongod', {})).toBeUndefined();
  });
});
