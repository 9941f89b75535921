import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { niceness } from '../src/give-way';
import { QUEUES } from '../src/queues';
import type { Queue } from '../src/queues';

const ROOT = join(__dirname, '..');
const SESSIONS = '/proc/self/autogroup';

/** What a process that has given way says of itself. A session of its own, as every service has: this one's stays as it is. */
async function saidByOneWho(does: string): Promise<{ niceness: number; session: string }> {
  const script = `
    const { getPriority } = require('node:os');
    const { existsSync, readFileSync } = require('node:fs');
    const { giveWay } = require('./src/give-way.ts');
    ${does}
    const session = existsSync('${SESSIONS}') ? readFileSync('${SESSIONS}', 'utf8') : '';
    console.log(JSON.stringify({ niceness: getPriority(), session }));`;
  const args = ['--import', 'tsx', '--input-type=commonjs', '-e', script];
  const stdio = ['ignore', 'pipe', 'inherit'] as const;
  const child = spawn(process.execPath, args, { cwd: ROOT, detached: true, stdio: [...stdio] });
  const stdout = await text(child.stdout);
  return JSON.parse(stdout) as { niceness: number; session: string };
}

describe('a worker of what nobody waits for', () => {
  it('lets the processors to others, with its whole session where these are shared among sessions', async () => {
    const before = await saidByOneWho('');
    const after = await saidByOneWho("giveWay(['messages', 'batch']);");
    expect(after.niceness).toBe(Math.max(before.niceness, 10));
    if (existsSync(SESSIONS)) expect(after.session).toMatch(/ nice 10\n$/);
  });
});

describe('how far a worker gives way', () => {
  it('is not at all where it serves a counter, and less where staff may wait for the run of a sale', () => {
    expect(niceness(QUEUES)).toBe(0);
    expect(niceness(['counter'])).toBe(0);
    expect(niceness(['sale', 'batch'])).toBe(5);
    expect(['bling', 'messages', 'batch'].map((queue) => niceness([queue as Queue]))).toEqual([10, 10, 10]);
  });
});
