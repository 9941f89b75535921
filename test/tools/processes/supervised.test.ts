import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isAlive, supervise, waitUntil } from '../../../tools/processes';
import { testFolder } from '../folders';
import type { TestFolder } from '../folders';

const ROOT = join(__dirname, '..', '..', '..');

/** A process that is dead but not yet collected by its new parent counts as gone, as it does for a person. */
async function isGone(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return true;
  const state = (await spawn('ps', ['-o', 'stat=', '-p', String(pid)]).stdout.toArray()).join('').trim();
  return state === '' || state.startsWith('Z');
}

const gone = (pid: number): Promise<boolean> =>
  waitUntil(() => isGone(pid), { what: `Process ${pid} is gone`, timeoutMs: 60_000 });

describe('a supervised child', () => {
  let folder: TestFolder;
  beforeEach(async () => (folder = await testFolder()));
  afterEach(() => folder.remove());

  const lines = (): { all: string[]; onLine: (line: string) => void; first: Promise<string> } => {
    const all: string[] = [];
    let resolve: (line: string) => void = () => undefined;
    const first = new Promise<string>((done) => (resolve = done));
    return {
      all,
      first,
      onLine: (line) => {
        all.push(line);
        resolve(line);
      },
    };
  };

  it('has the exit code of the program itself', async () => {
    const child = supervise({ command: 'sh', args: ['-c', 'exit 7'] });
    expect(await child.exited).toEqual({ code: 7, signal: null });
    expect(child.ended()).toEqual({ code: 7, signal: null });
  });

  it('is the program itself: its process id is the one the parent sees', async () => {
    const { onLine, all } = lines();
    const child = supervise({ command: 'sh', args: ['-c', 'echo $$'], output: { onLine } });
    await child.exited;
    expect(all).toEqual([String(child.pid)]);
  });

  it('gives its arguments on unchanged, whatever characters they hold', async () => {
    const { onLine, all } = lines();
    const odd = ['a b', '$HOME', "it's", '"q"', '*'];
    const child = supervise({ command: 'printf', args: ['%s\n', ...odd], output: { onLine } });
    await child.exited;
    expect(all).toEqual(odd);
  });

  it('says that a program which does not exist could not be run', async () => {
    const { onLine } = lines();
    const child = supervise({ command: join(folder.path, 'nothing-here'), args: [], output: { onLine } });
    expect((await child.exited).code).toBe(127);
  });

  it('is asked to stop first, so that it can end cleanly', async () => {
    const { onLine, first, all } = lines();
    const script = "trap 'echo bye; exit 0' TERM; echo up; while :; do sleep 0.05; done";
    const child = supervise({ command: 'sh', args: ['-c', script], output: { onLine } });
    await first;
    await child.stop();
    expect(all).toEqual(['up', 'bye']);
    expect(child.ended()).toEqual({ code: 0, signal: null });
  });

  it('is killed when it does not stop in time, with everything it had started', async () => {
    const { onLine, first } = lines();
    const script = "trap '' TERM; sh -c \"trap '' TERM; sleep 600\" & echo $!; wait; sleep 600";
    const child = supervise({ command: 'sh', args: ['-c', script], output: { onLine } });
    const grandchild = Number(await first);
    await child.stop(100);
    expect(child.ended()?.signal).toBe('SIGKILL');
    await gone(grandchild);
  });

  it('can be stopped twice, and after it has ended', async () => {
    const child = supervise({ command: 'sleep', args: ['600'] });
    await Promise.all([child.stop(), child.stop()]);
    await child.stop();
    expect(child.ended()?.signal).toBe('SIGTERM');
  });

  it('dies with its parent even when the parent is killed with -9', async () => {
    const script = `
      const { supervise } = require(${JSON.stringify(join(ROOT, 'tools', 'processes'))});
      const polite = supervise({ command: 'sleep', args: ['600'] });
      const stubborn = supervise({ command: 'sh', args: ['-c', "trap '' TERM; while :; do sleep 0.1; done"], graceMs: 1000 });
      console.log(polite.pid + ' ' + stubborn.pid);
      setInterval(() => undefined, 1000);
    `;
    const parent = spawn(process.execPath, ['--import', 'tsx', '-e', script], { cwd: ROOT });
    const line = String((await once(createInterface({ input: parent.stdout }), 'line'))[0]);
    const [polite = 0, stubborn = 0] = line.split(' ').map(Number);
    expect([isAlive(polite), isAlive(stubborn)]).toEqual([true, true]);
    parent.kill('SIGKILL');
    await Promise.all([gone(polite), gone(stubborn)]);
  }, 90_000);
});
