import { join } from 'node:path';
import {
  EngineUnavailableError,
  obtainChromium,
  obtainMongo,
  obtainSchemathesis,
  obtainTemporal,
  obtainTestServer,
  obtainZsh,
  startMongo,
  startTemporal,
} from '../engines';
import type { Resolved } from '../engines';
import { freePorts, runCommand } from '../processes';
import type { Teardown } from '../processes';
import { runSteps } from '../progress';
import type { Reporter, Step } from '../progress';

/**
 * The environment of the engine tests: where the engines are that were brought up for them. Where files run side by side, there are as
 * many servers as lanes: the first is that of jest's first worker, and so on.
 */
export interface TestEngines {
  /** One for each lane, with blanks between them. */
  TEST_TEMPORAL_ADDRESS?: string;
  /** One for each lane, with blanks between them. */
  TEST_MONGODB_URI?: string;
  /** Path of the time-skipping server, for the SDK's `existing-path`. */
  TEST_TIME_SKIPPING_SERVER?: string;
  /** Path of Schemathesis. */
  TEST_SCHEMATHESIS?: string;
  /** Why there is none, in place of its path. */
  TEST_SCHEMATHESIS_MISSING?: string;
  /** Path of a Chromium. */
  TEST_CHROMIUM?: string;
  /** Why there is none, in place of its path. */
  TEST_CHROMIUM_MISSING?: string;
  /** Path of a zsh. */
  TEST_ZSH?: string;
  /** Why there is none, in place of its path. */
  TEST_ZSH_MISSING?: string;
  /** Path of the workflow code, bundled once for all tests. */
  TEST_WORKFLOW_BUNDLE?: string;
}

type EngineStep = Step & { readonly sets: keyof TestEngines };

const USUAL_BUNDLE_MS = 5_000;

/**
 * Brings up engines of this run's own: on free ports, with all data in `folder`, in memory where possible.
 * A variable of {@link TestEngines} that is set already is kept, and its engine is not brought up. The
 * engines that `npm start` uses are never touched.
 * @param lanes how many files run side by side, each with servers of its own
 */
export async function startTestEngines(
  root: string,
  folder: string,
  env: NodeJS.ProcessEnv,
  teardown: Teardown,
  lanes: number,
): Promise<TestEngines> {
  const engines: TestEngines = {};
  const steps: EngineStep[] = [
    {
      title: 'Temporal server',
      sets: 'TEST_TEMPORAL_ADDRESS',
      run: async (report) => {
        const { value, way } = await obtainTemporal(env, report);
        report.trying('starting');
        const servers = await inEachLane(lanes, (port) =>
          startTemporal({
            ...value,
            port,
            uiPort: null,
            dbFile: null,
            namespace: 'default',
            logFile: join(folder, `temporal-${port}.log`),
          }),
        );
        teardown.add('the Temporal server', () => stopAll(servers));
        engines.TEST_TEMPORAL_ADDRESS = servers.map(({ address }) => address).join(' ');
        return `${engines.TEST_TEMPORAL_ADDRESS}, from ${way}`;
      },
    },
    {
      title: 'MongoDB',
      sets: 'TEST_MONGODB_URI',
      run: async (report) => {
        const { value, way } = await obtainMongo(env, report);
        report.trying('starting');
        const servers = await inEachLane(lanes, (port) =>
          startMongo({
            ...value,
            port,
            dataDir: join(folder, `mongodb-${port}`),
            database: 'retorno_test',
            logFile: join(folder, `mongodb-${port}.log`),
          }),
        );
        teardown.add('MongoDB', () => stopAll(servers));
        engines.TEST_MONGODB_URI = servers.map(({ uri }) => uri).join(' ');
        return `${engines.TEST_MONGODB_URI}, from ${way}`;
      },
    },
    {
      title: 'Time-skipping test server',
      sets: 'TEST_TIME_SKIPPING_SERVER',
      run: async (report) => {
        const { value, way } = await obtainTestServer(env, report);
        engines.TEST_TIME_SKIPPING_SERVER = value.executable;
        return `from ${way}`;
      },
    },
    // Schemathesis needs a Python, which nothing else does; a browser, the pages alone; a second shell, only the tour.
    whereThereIs('Schemathesis', 'TEST_SCHEMATHESIS', (report) => obtainSchemathesis(env, report), engines),
    whereThereIs('Chromium', 'TEST_CHROMIUM', (report) => obtainChromium(env, report), engines),
    whereThereIs('zsh', 'TEST_ZSH', (report) => obtainZsh(env, report), engines),
    {
      title: 'Workflow bundle',
      sets: 'TEST_WORKFLOW_BUNDLE',
      run: async (report) => {
        report.trying('bundling', USUAL_BUNDLE_MS);
        const file = join(folder, 'workflow-bundle.js');
        const args = ['--import', 'tsx', join(root, 'tools', 'bundle.ts'), file];
        await runCommand({
          command: process.execPath,
          args,
          cwd: root,
          env,
          onLine: (line) => report.line(line),
        });
        engines.TEST_WORKFLOW_BUNDLE = file;
        return 'bundled';
      },
    },
  ];
  await runSteps(steps.filter(({ sets }) => !env[sets]));
  return engines;
}

/** What only some tests need: where it cannot be had, they say themselves what becomes of them. */
function whereThereIs(
  title: string,
  sets: 'TEST_SCHEMATHESIS' | 'TEST_CHROMIUM' | 'TEST_ZSH',
  obtain: (report: Reporter) => Promise<Resolved<{ readonly executable: string }>>,
  engines: TestEngines,
): EngineStep {
  return {
    ...{ title, sets },
    run: async (report) => {
      try {
        const { value, way } = await obtain(report);
        engines[sets] = value.executable;
        return `from ${way}`;
      } catch (error) {
        if (!(error instanceof EngineUnavailableError)) throw error;
        engines[`${sets}_MISSING`] = error.message;
        return 'not to be had here';
      }
    },
  };
}

/** A server for each lane, one after the other. */
async function inEachLane<T>(lanes: number, start: (port: number) => Promise<T>): Promise<T[]> {
  const servers: T[] = [];
  for (let lane = 0; lane < lanes; lane += 1) servers.push(await onFreePort(start));
  return servers;
}

async function stopAll(servers: readonly { stop(): Promise<void> }[]): Promise<void> {
  await Promise.all(servers.map((server) => server.stop()));
}

const START_ATTEMPTS = 3;

/** A port that was free a moment ago may be taken when the engine wants it: then another one is tried. */
async function onFreePort<T>(start: (port: number) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const [port = 0] = await freePorts(1);
    try {
      return await start(port);
    } catch (error) {
      if (attempt === START_ATTEMPTS) throw error;
    }
  }
}
