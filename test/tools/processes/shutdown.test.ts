import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from '@jest/globals';

const ROOT = join(__dirname, '..', '..', '..');
const SCRIPT = `
  const { onStopRequest } = require(${JSON.stringify(join(ROOT, 'tools', 'processes'))});
  onStopRequest((reason, force) => { console.log(reason + ' ' + force); if (force || reason === 'orphaned') process.exit(0); });
  console.log('listening ' + process.pid);
  setInterval(() => undefined, 1000);
`;
const ARGS = ['--import', 'tsx', '-e', SCRIPT];

/** Reads the lines a process prints, one at a time. */
function reader(child: ChildProcessWithoutNullStreams): () => Promise<string> {
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return async () => String((await lines.next()).value);
}

describe('the request to stop', () => {
  it('comes once although npm sends a Ctrl-C on a second time, and a later one forces', async () => {
    const child = spawn(process.execPath, ARGS, { cwd: ROOT });
    const line = reader(child);
    await line();
    child.kill('SIGINT');
    child.kill('SIGINT');
    expect(await line()).toBe('SIGINT false');
    const again = setInterval(() => child.kill('SIGINT'), 100);
    expect(await line()).toBe('SIGINT true');
    clearInterval(again);
    if (child.exitCode === null) await once(child, 'exit');
  }, 90_000);

  it('comes when npm has vanished, although a shell stands between it and its script', async () => {
    // npm calls itself `npm …` in the list of processes; so does this stand-in, a shell with a shell under it.
    const run = [process.execPath, ...ARGS].map((part) => `'${part.replaceAll("'", `'\\''`)}'`).join(' ');
    const npm = spawn('sh', ['-c', `sh -c "$RUN; true" & wait`], {
      argv0: 'npm',
      cwd: ROOT,
      env: { ...process.env, RUN: run, npm_lifecycle_event: 'start' },
    });
    const line = reader(npm);
    expect(await line()).toMatch(/^listening/);
    npm.kill('SIGKILL');
    expect(await line()).toBe('orphaned false');
  }, 90_000);

  it('comes when the parent has vanished without a signal, as npm does after kill -9', async () => {
    const run = [process.execPath, ...ARGS].map((part) => `'${part.replaceAll("'", `'\\''`)}'`).join(' ');
    const parent = spawn('sh', ['-c', `${run} & wait`], { cwd: ROOT });
    const line = reader(parent);
    expect(await line()).toMatch(/^listening/);
    parent.kill('SIGKILL');
    expect(await line()).toBe('orphaned false');
  }, 90_000);
});
