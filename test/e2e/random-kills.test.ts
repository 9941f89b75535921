import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { until } from './until';

const ROOT = join(__dirname, '..', '..');
const SHORT = ['--seed', '57', '--sales', '30', '--redemptions', '15', '--kills', '5'];

/** Every process whose command line names a folder. */
function processesIn(folder: string): string[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,args='], { encoding: 'utf8', maxBuffer: 16e6 });
  return lines.split('\n').filter((line) => line.includes(folder));
}

describe('the API, the worker of each queue, Temporal and MongoDB, killed with -9 in random order', () => {
  // All of what `npm run test:faults` proves, on less; a build of the product may come first.
  it('lose nothing that was acknowledged and do nothing twice', async () => {
    const { PATH, HOME, XDG_CACHE_HOME } = process.env;
    const run = spawn(process.execPath, ['--import', 'tsx', 'tools/test-faults.ts', ...SHORT], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH, HOME, ...(XDG_CACHE_HOME ? { XDG_CACHE_HOME } : {}) },
    });
    let said = '';
    for (const output of [run.stdout, run.stderr])
      output.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const [code] = (await once(run, 'close')) as [number | null];
    if (code !== 0) throw new Error(`It ended with ${code} and said:\n${said}`);
    expect(said.trimEnd().split('\n').at(-1)).toMatch(/^Seed 57: .* 5 kills, .*; everything holds\.$/);
    const [, folder] = /^Seed 57, in (\S+)\. /.exec(said)!;
    // Whoever watched over a process ends a moment after it.
    await until('every process to be gone', () => Promise.resolve(processesIn(folder!).length === 0));
  }, 1_200_000);
});
