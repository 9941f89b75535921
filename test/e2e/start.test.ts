import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePorts } from '../../tools/processes';
import { HttpClient } from './http-client';
import { until } from './until';

const ROOT = join(__dirname, '..', '..');
const PORTS = [
  ...['PORT', 'LOCAL_TEMPORAL_PORT', 'LOCAL_TEMPORAL_UI_PORT', 'LOCAL_MONGODB_PORT'],
  ...['SIMULATOR_PORT', 'SIMULATOR_SMTP_PORT'],
];
/** A build of the whole product may come first. */
const UP_WITHIN_MS = 300_000;

let folder: string;
let start: ChildProcess;
let said = '';
let api: HttpClient;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'retorno-start-'));
  const free = await freePorts(PORTS.length);
  const ports = Object.fromEntries(PORTS.map((name, index) => [name, String(free[index])]));
  const { PATH, HOME, XDG_CACHE_HOME } = process.env;
  start = spawn(process.execPath, ['--import', 'tsx', 'tools/start.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, HOME, ...(XDG_CACHE_HOME ? { XDG_CACHE_HOME } : {}), ...ports, DATA_DIR: folder },
  });
  for (const output of [start.stdout!, start.stderr!])
    output.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await told('Retorno is up.', UP_WITHIN_MS);
  api = new HttpClient(`http://127.0.0.1:${ports['PORT']}`, /KEY=(\S+)/.exec(said)![1]!);
}, UP_WITHIN_MS + 30_000);

afterAll(async () => {
  if (start.exitCode === null && start.signalCode === null) start.kill('SIGKILL');
  await until('everything it started to be gone', () => Promise.resolve(processesOf(folder).length === 0));
  await rm(folder, { recursive: true, force: true });
});

async function told(words: string, withinMs?: number): Promise<void> {
  await until(
    words,
    () => {
      if (start.exitCode !== null) throw new Error(`npm start ended (${start.exitCode}):\n${said}`);
      return Promise.resolve(said.includes(words));
    },
    withinMs,
  ).catch((error: Error) => {
    throw new Error(`${error.message}\nIt said:\n${said}`);
  });
}

/** The processes whose command line names this, by id. */
function processesOf(words: string): number[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,args='], { encoding: 'utf8', maxBuffer: 16e6 })
    .split('\n')
    .filter((line) => line.includes(words) && !line.includes('/bin/sh -c'))
    .map((line) => Number(line.trim().split(' ', 1)[0]));
}

/** The engine that keeps its data in this part of the folder. */
function engineOf(part: string): number {
  const [pid, ...others] = processesOf(join(folder, part));
  expect(others).toEqual([]);
  return pid!;
}

/** Posts a sale, and waits until it has earned. */
async function earningSale(number: number): Promise<string> {
  const sale = {
    channel: 'ecommerce',
    externalId: `W-${number}`,
    soldAt: new Date().toISOString(),
    totalCents: 10_000,
    status: 'completed',
    customer: { name: 'Ana Souza', document: '529.982.247-25', email: 'ana.souza@correio.com.br' },
  };
  const { id } = (await api.post<{ id: string }>('/v1/sales', sale)).expect(201).body;
  await until(`sale ${number} to earn`, async () => {
    const { body } = await api.get<{ earnedCents: number }>(`/v1/sales/${id}`);
    return body.earnedCents > 0;
  });
  return id;
}

describe('npm start', () => {
  it('brings killed engines up again, on their data, and what was under way goes on', async () => {
    const before = await earningSale(1);
    for (const [part, name] of [
      ['mongodb', 'MongoDB'],
      ['temporal', 'The Temporal server'],
    ] as const) {
      process.kill(engineOf(part), 'SIGKILL');
      await told(`${name} ended by itself (killed by SIGKILL)`);
      await told(`${name} is up again.`);
    }
    await until('the API to be ready again', async () => (await api.get('/readyz')).status === 200);
    await earningSale(2);
    await until('the first sale to become active', async () => {
      const { body } = await api.get<{ status: string }>(`/v1/sales/${before}`);
      return body.status === 'active';
    });
    const { problems } = (await api.get<{ problems: unknown[] }>('/v1/ledger/verify')).expect(200).body;
    expect(problems).toEqual([]);
  });

  it('takes everything down when it is asked to stop', async () => {
    start.kill('SIGTERM');
    const [code] = (await once(start, 'exit')) as [number | null];
    expect(code).toBe(0);
    expect(processesOf(folder)).toEqual([]);
  });
});
