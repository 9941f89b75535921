import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';

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
    const after = await saidByOneWho('giveWay();');
    expect(after.niceness).toBe(Math.max(before.niceness, 10));
    if (existsSync(SESSIONS)) expect(after.session).toMatch(/ nice 10\n$/);
  });
});
