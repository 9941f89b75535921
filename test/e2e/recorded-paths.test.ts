import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { obtainTemporal, startTemporal } from '../../tools/engines';
import { saveHistory } from '../../tools/histories';
import { freePorts, Teardown } from '../../tools/processes';
import { recordedHistories } from '../replay/recorded';
import { openStage, SCENARIOS } from '../replay/scenarios';
import type { Scenario, Server, Stage } from '../replay/scenarios';
import { engine } from './engines';
import './quiet-runtime';
import { startTimeSkipping } from './time-skipping';
import { registerSearchAttributes } from './time-house';

/**
 * `npm run history:record -- --scenarios` sets it: `missing` records each scenario that does something of which no history is
 * recorded; names of scenarios, with commas between them, record these anew in any case.
 */
const RECORD = process.env['RECORD_HISTORIES'] ?? '';
const NAMED = RECORD.split(',');
const WANTED = ['', 'missing'].includes(RECORD)
  ? SCENARIOS
  : SCENARIOS.filter(({ name }) => NAMED.includes(name));

/** After so many events the server wants a run to continue as a new one; usually after thousands. */
const FULL = 40;

const teardown = new Teardown();
const stages = new Map<Server, Stage>();

async function usualStage(address: string): Promise<Stage> {
  const connection = await NativeConnection.connect({ address });
  const stage = await openStage(new Client({ connection }), connection, engine('TEST_WORKFLOW_BUNDLE'));
  teardown.add('a stage', async () => {
    await stage.close();
    await connection.close();
  });
  return stage;
}

async function fullStage(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'retorno-paths-'));
  teardown.add('its folder', () => rm(folder, { recursive: true, force: true }));
  const silent = { trying: () => undefined, line: () => undefined, note: () => undefined };
  const { value } = await obtainTemporal(process.env, silent);
  const [port = 0] = await freePorts(1);
  const temporal = await startTemporal({
    ...{ ...value, port, uiPort: null, dbFile: null, namespace: 'default' },
    logFile: join(folder, 'temporal.log'),
    dynamicConfig: [`limit.historyCount.suggestContinueAsNew=${FULL}`],
  });
  teardown.add('a Temporal server', () => temporal.stop());
  return usualStage(temporal.address);
}

async function skippingStage(): Promise<Stage> {
  const env = await startTimeSkipping();
  teardown.add('a time-skipping server', () => env.teardown());
  await registerSearchAttributes(env);
  const bundle = engine('TEST_WORKFLOW_BUNDLE');
  const stage = await openStage(env.client, env.nativeConnection, bundle);
  teardown.add('its stage', () => stage.close());
  return stage;
}

beforeAll(async () => {
  stages.set('usual', await usualStage(engine('TEST_TEMPORAL_ADDRESS')));
  stages.set('full', await fullStage());
  stages.set('skipping', await skippingStage());
});
afterAll(() => teardown.run());

/** A name that is free: each time a scenario is recorded anew, the earlier histories stay. */
function freeName(name: string): string {
  const taken = new Set(recordedHistories().map((history) => history.name));
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? name : `${name}-${number}`;
    if (!taken.has(free)) return free;
  }
}

/** What became of a scenario: what it did, and how to fetch its history. */
interface Played {
  facts: string[];
  record: () => Promise<string>;
}

/** Scenarios played at once: they wait for servers and timers more than they work. */
const AT_ONCE = 8;

const known = new Set(recordedHistories().flatMap(({ facts }) => facts));
const played = new Map<string, Promise<Played>>();

async function playOne({ name, on, play }: Scenario): Promise<Played> {
  const stage = stages.get(on)!;
  const { run, runId = run.firstExecutionRunId } = await play(stage);
  const handle = stage.client.workflow.getHandle(run.workflowId, runId);
  return {
    facts: await stage.facts(run, runId),
    record: async () => saveHistory(freeName(name), await handle.fetchHistory()),
  };
}

/**
 * Begins all scenarios, some at once; each test waits for its own. Those in skipped time have a lane to themselves: whoever awaits a
 * result unlocks the clock of the whole test server, and two at once unlock it once more than it was locked.
 */
function playAll(): void {
  const lanes = Array.from({ length: AT_ONCE }, () => Promise.resolve() as Promise<unknown>);
  for (const [index, scenario] of WANTED.entries()) {
    const lane = scenario.on === 'skipping' ? 0 : 1 + (index % (AT_ONCE - 1));
    const turn = lanes[lane]!.then(() => playOne(scenario));
    lanes[lane] = turn.catch(() => undefined);
    played.set(scenario.name, turn);
  }
}

describe('the ways through the workflows, as they are played today', () => {
  beforeAll(playAll);

  it.each(WANTED.map(({ name }) => name))('are all in the recorded histories: %s', async (name) => {
    const { facts, record } = await played.get(name)!;
    const missing = [...new Set(facts)].filter((fact) => !known.has(fact));
    if (NAMED.includes(name) || (RECORD === 'missing' && missing.length > 0)) await record();
    // Something new: npm run history:record -- --scenarios
    else expect(missing).toEqual([]);
  });
});
