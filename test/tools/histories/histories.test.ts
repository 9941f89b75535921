import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  gitRecord,
  HISTORIES,
  MANIFEST,
  manifestProblems,
  personalDataIn,
  saveHistory,
} from '../../../tools/histories';

const EVENTS = { events: [{ eventId: 1, identity: '77@till-3', taskQueue: { name: '77@till-3-abc' } }] };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'retorno-histories-'));
  await writeFile(join(folder, MANIFEST), '');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function git(...args: string[]): void {
  const author = ['-c', 'user.name=Test', '-c', 'user.email=test@localhost', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...author, ...args], { cwd: folder, stdio: 'pipe' });
}

function commitAll(): void {
  git('add', '--all');
  git('commit', '--quiet', '--message', 'test');
}

async function aRepositoryWith(name: string): Promise<void> {
  git('init', '--quiet');
  await saveHistory(name, EVENTS as never, folder);
  commitAll();
}

describe('the recorded histories of this repository', () => {
  it('are as they were recorded, and each is listed', async () => {
    expect(await manifestProblems(HISTORIES)).toEqual([]);
  });

  it('were never changed, as far as the version control reaches', async () => {
    expect((await gitRecord(HISTORIES)).problems).toEqual([]);
  });

  it('hold no personal data', async () => {
    const files = (await readdir(HISTORIES)).filter((file) => file.endsWith('.json'));
    const found = await Promise.all(
      files.map(async (file) => [file, personalDataIn(await readFile(join(HISTORIES, file), 'utf8'))]),
    );
    expect(found.filter(([, signs]) => signs!.length > 0)).toEqual([]);
    expect(files.length).toBeGreaterThan(10);
  });
});

describe('saving a history', () => {
  it('leaves the machine out, lists the file, and never writes over one', async () => {
    await saveHistory('sale-new', EVENTS as never, folder);
    expect(await readFile(join(folder, 'sale-new.json'), 'utf8')).not.toContain('till-3');
    expect(await manifestProblems(folder)).toEqual([]);
    await expect(saveHistory('sale-new', EVENTS as never, folder)).rejects.toThrow('another name');
    await expect(saveHistory('../sale', EVENTS as never, folder)).rejects.toThrow('named like');
  });

  it.each(['ana@loja.com.br', '529.982.247-25', '+5511987654321', '{"name":"Ana"}'])(
    'refuses one that holds %s in a payload',
    async (text) => {
      const payload = { data: Buffer.from(JSON.stringify(text).replaceAll('\\', '')).toString('base64') };
      const events = {
        events: [
          { eventId: 1, workflowExecutionSignaledEventAttributes: { input: { payloads: [payload] } } },
        ],
      };
      await expect(saveHistory('sale-new', events as never, folder)).rejects.toThrow('is not saved');
      expect(await readdir(folder)).toEqual([MANIFEST]);
    },
  );
});

describe('a recorded history that is touched', () => {
  it('is noticed by the manifest: changed, gone, or there without being listed', async () => {
    await saveHistory('a', EVENTS as never, folder);
    await saveHistory('b', EVENTS as never, folder);
    await writeFile(join(folder, 'a.json'), '{"events":[]}\n');
    await rm(join(folder, 'b.json'));
    await writeFile(join(folder, 'c.json'), '{"events":[]}\n');
    expect((await manifestProblems(folder)).map((problem) => problem.split(' ')[0])).toEqual([
      'b.json',
      'a.json',
      'c.json',
    ]);
  });

  it('is noticed by git although the manifest was made to fit, before the commit and after it', async () => {
    await aRepositoryWith('a');
    expect(await gitRecord(folder)).toEqual({ problems: [], unseen: null });
    await rm(join(folder, 'a.json'));
    await writeFile(join(folder, MANIFEST), '');
    expect(await manifestProblems(folder)).toEqual([]);
    const { problems } = await gitRecord(folder);
    expect(problems).toEqual([expect.stringMatching(/^a\.json .* was recorded once and is no more$/)]);
    commitAll();
    expect((await gitRecord(folder)).problems).toEqual(problems);
  });

  it('is noticed where only a merge took it out', async () => {
    await aRepositoryWith('a');
    git('checkout', '--quiet', '-b', 'other');
    await saveHistory('b', EVENTS as never, folder);
    commitAll();
    git('checkout', '--quiet', '-');
    await writeFile(join(folder, 'note.txt'), 'beside\n');
    commitAll();
    git('merge', '--quiet', '--no-ff', '--no-commit', 'other');
    await rm(join(folder, 'a.json'));
    await writeFile(
      join(folder, MANIFEST),
      (await readFile(join(folder, MANIFEST), 'utf8')).replace(/^.* a\.json\n/, ''),
    );
    commitAll();
    expect((await gitRecord(folder)).problems).toEqual([expect.stringContaining('a.json')]);
  });

  it('may be retired, with a reason', async () => {
    await aRepositoryWith('a');
    const listed = await readFile(join(folder, MANIFEST), 'utf8');
    await rm(join(folder, 'a.json'));
    await writeFile(join(folder, MANIFEST), `# retired ${listed.trimEnd()}: no run of 2026 is alive\n`);
    expect(await manifestProblems(folder)).toEqual([]);
    expect((await gitRecord(folder)).problems).toEqual([]);
    await writeFile(join(folder, MANIFEST), `# retired ${listed.trimEnd()}\n`);
    await expect(manifestProblems(folder)).rejects.toThrow('not understood');
  });

  it('is still noticed by the manifest where there is no git, and in a shallow clone', async () => {
    await saveHistory('a', EVENTS as never, folder);
    expect(await gitRecord(folder)).toMatchObject({
      problems: [],
      unseen: expect.stringContaining('no git'),
    });
    git('init', '--quiet');
    commitAll();
    await saveHistory('b', EVENTS as never, folder);
    commitAll();
    const clone = await mkdtemp(join(tmpdir(), 'retorno-shallow-'));
    try {
      git('clone', '--quiet', '--depth', '1', `file://${folder}`, clone);
      expect(await gitRecord(clone)).toMatchObject({
        problems: [],
        unseen: expect.stringContaining('shallow'),
      });
      await cp(join(clone, 'a.json'), join(clone, 'c.json'));
      expect(await manifestProblems(clone)).toEqual([expect.stringContaining('c.json')]);
    } finally {
      await rm(clone, { recursive: true, force: true });
    }
  });
});
