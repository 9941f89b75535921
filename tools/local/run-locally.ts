import { PROJECT_ROOT } from '../local-settings';
import type { LocalSettings } from '../local-settings';
import { migrationStep } from '../migration';
import { requireFreePorts } from '../processes';
import type { Teardown } from '../processes';
import { runSteps } from '../progress';
import { ApiClient } from './api-client';
import { buildIfStale } from './build';
import { connectStore } from './connect-store';
import { DataDir } from './data-dir';
import { endDemoPeople, isOfDemo, letDemoPeopleIn } from './demo-people';
import { firstCashback } from './first-cashback';
import { mongoStep, temporalStep } from './local-engines';
import type { EngineAddresses } from './local-engines';
import { neededPorts } from './needed-ports';
import { startServer, startSimulator, startWorker } from './processes';
import type { ProcessContext } from './processes';
import { ownerKey, productEnv, simulatorEnv, storeSettings } from './product-env';
import { publishDemoProgram } from './publish-demo';
import { screen } from './screen';
import { localSecrets } from './secrets';

/** A start: its settings, and the way to the one who started it. */
export interface LocalRun {
  readonly settings: LocalSettings;
  readonly env: NodeJS.ProcessEnv;
  /** Takes whatever is started; run by the caller at the end. */
  readonly teardown: Teardown;
  /** Aborts when the start is to be stopped. */
  readonly signal: AbortSignal;
  /** Hears of what ends the whole start: a lost engine, refused settings. */
  readonly onFatal: (error: unknown) => void;
  readonly print: (text: string) => void;
}

/**
 * Brings everything up on this machine and keeps it running until the caller runs the teardown; settles once
 * all is up and the person has been told.
 *
 * @throws {RetornoToolError} with what a person has to do
 */
export async function runLocally(run: LocalRun): Promise<void> {
  const { settings, env, teardown, print } = run;
  const dataDir = await DataDir.open(settings.dataDir);
  teardown.add('the data folder', () => dataDir.close());
  await requireFreePorts(neededPorts(settings));
  await dataDir.prepare();
  const secrets = await localSecrets(settings.dataDir);
  const engines = await bringUpEngines(run, dataDir);
  // Of a database of its own the one who starts is the only user.
  const finish = settings.mongodbUri === undefined;
  await runSteps([migrationStep(() => storeSettings(env, secrets, engines), { finish, signal: run.signal })]);

  // Before anybody can reach the API: who was let into a demo must not get into what is none.
  if (!isOfDemo(settings) && (await endDemoPeople(storeSettings(env, secrets, engines))))
    print('Ended the demo people: nobody signs in with their password any more.');

  const context: ProcessContext = { dataDir, teardown, alert: print, onRefused: run.onFatal };
  const simulator = settings.simulator
    ? await startSimulator(context, simulatorEnv(env, settings, secrets))
    : undefined;
  const apiUrl = `http://localhost:${settings.ports.api}`;
  const apiKey = ownerKey(env, secrets);
  const api = new ApiClient(apiUrl, apiKey);
  const processEnv = productEnv(env, settings, secrets, engines, simulator);
  await Promise.all([startWorker(context, processEnv), startServer(context, processEnv, api)]);
  if (isOfDemo(settings) && (await letDemoPeopleIn(storeSettings(env, secrets, engines))))
    print('Let an owner, a manager and a staff member into the demo store.');
  if (simulator) await setUpDemo(api, print);
  print(screen({ settings, engines, simulator, apiUrl, apiKey }));
  if (simulator) void announceFirstCashback(run, api);
}

async function bringUpEngines(run: LocalRun, dataDir: DataDir): Promise<EngineAddresses> {
  const found: Partial<EngineAddresses> = {};
  const context = { ...run, dataDir, alert: run.print, onLost: run.onFatal };
  const take = (addresses: Partial<EngineAddresses>): void => void Object.assign(found, addresses);
  await runSteps([
    temporalStep(context, take),
    mongoStep(context, take),
    { title: 'Retorno', run: (report) => buildIfStale(PROJECT_ROOT, report) },
  ]);
  return found as EngineAddresses;
}

async function setUpDemo(api: ApiClient, print: LocalRun['print']): Promise<void> {
  if (await publishDemoProgram(api)) print('Published the demo program: 5 % cashback, points, a voucher.');
  if (await connectStore(api))
    print('Connected the demo store to the pretend Bling, through its consent page.');
}

async function announceFirstCashback(run: LocalRun, api: ApiClient): Promise<void> {
  const line = await firstCashback(api, run.signal).catch(() => undefined);
  if (line) run.print(line);
}
