import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from '@jest/globals';
import { optionsFrom } from '../../simulator/settings';

const repository = path.join(__dirname, '../..');
const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

/** Starts the process on free ports and resolves to its ready line. */
async function start(
  variables: Record<string, string>,
): Promise<{ child: ChildProcess; ready: { url: string; smtpUrl: string } }> {
  const free = { SIMULATOR_PORT: '0', SIMULATOR_SMTP_PORT: '0' };
  const child = spawn(process.execPath, ['--import', 'tsx', 'simulator/main.ts'], {
    cwd: repository,
    env: { ...process.env, ...free, ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  const [line] = (await once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), 'line')) as [
    string,
  ];
  return { child, ready: JSON.parse(line) as { url: string; smtpUrl: string } };
}

describe('the simulator as a process', () => {
  it('says where it is when ready, keeps its state and stops cleanly on SIGTERM', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'simulator-'));
    try {
      const variables = { SIMULATOR_STATE_FILE: path.join(folder, 'state.json'), SIMULATOR_HISTORY: '2' };
      const first = await start(variables);
      expect(first.ready).toMatchObject({ ready: true });
      expect(first.ready.smtpUrl).toMatch(/^smtp:\/\/127\.0\.0\.1:\d+$/);
      await fetch(`${first.ready.url}/simulator/companies/0/orders`, { method: 'POST' });
      first.child.kill('SIGTERM');
      expect(await once(first.child, 'exit')).toEqual([0, null]);
      const second = await start(variables);
      const answer = await fetch(`${second.ready.url}/simulator/companies/0/orders`);
      expect(((await answer.json()) as { orders: unknown[] }).orders).toHaveLength(3);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('its settings', () => {
  it('take the pace of sales as an ISO duration or in milliseconds', () => {
    expect(optionsFrom({ SIMULATOR_SALES_EVERY: 'PT8S' }).autoSales).toEqual({ everyMs: 8000 });
    expect(optionsFrom({ SIMULATOR_SALES_EVERY: '500' }).autoSales).toEqual({ everyMs: 500 });
    expect(optionsFrom({ SIMULATOR_SALES_EVERY: 'off' }).autoSales).toBeUndefined();
    expect(optionsFrom({ SIMULATOR_SALES_EVERY: '' }).autoSales).toBeUndefined();
  });

  it('are refused with the name of the variable', () => {
    expect(() => optionsFrom({ SIMULATOR_PORT: 'x', SIMULATOR_SALES_EVERY: 'soon' })).toThrow(
      /SIMULATOR_PORT.*SIMULATOR_SALES_EVERY/,
    );
  });
});
