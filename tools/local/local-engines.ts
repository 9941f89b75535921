import { obtainMongo, obtainTemporal, requireReplicaSet, startMongo, startTemporal } from '../engines';
import type { RunningEngine } from '../engines';
import type { LocalSettings } from '../local-settings';
import type { Teardown } from '../processes';
import type { Step } from '../progress';
import { prepareConfiguredCluster } from '../temporal';
import type { Alert } from './child-log';
import type { DataDir } from './data-dir';
import { KeptEngine } from './kept-engine';
import type { EngineLostError } from './kept-engine';

/** Where the engines are, for the environment of the product's processes. */
export interface EngineAddresses {
  temporalAddress: string;
  /** Set when the web UI is brought up by us. */
  temporalUiUrl?: string;
  mongodbUri: string;
}

/** What the engine steps work on. */
export interface EngineContext {
  readonly settings: LocalSettings;
  readonly dataDir: DataDir;
  readonly env: NodeJS.ProcessEnv;
  readonly teardown: Teardown;
  readonly alert: Alert;
  /** Hears when an engine of ours has ended and does not come back. */
  readonly onLost: (error: EngineLostError) => void;
}

/** Brings the Temporal server up, or prepares the one of TEMPORAL_ADDRESS. */
export function temporalStep(
  context: EngineContext,
  found: (addresses: Partial<EngineAddresses>) => void,
): Step {
  const { settings, dataDir, env } = context;
  return {
    title: 'Temporal server',
    run: async (report) => {
      if (settings.temporalAddress) {
        report.trying(`preparing ${settings.temporalAddress}`);
        const { address, namespace } = await prepareConfiguredCluster();
        found({ temporalAddress: address });
        return `TEMPORAL_ADDRESS ${address}, namespace ${namespace}`;
      }
      const { value, way } = await obtainTemporal(env, report);
      report.trying('starting');
      const spec = {
        ...value,
        port: settings.ports.temporal,
        uiPort: settings.ports.temporalUi,
        dbFile: dataDir.temporalDb,
        namespace: settings.temporalNamespace,
        logFile: dataDir.logFile('temporal'),
      };
      const temporal = await keep(context, 'The Temporal server', spec, startTemporal);
      const temporalUiUrl = `http://localhost:${settings.ports.temporalUi}`;
      found({ temporalAddress: temporal.address, temporalUiUrl });
      return `${temporal.address}, from ${way}`;
    },
  };
}

/** Brings MongoDB up, or checks the one of MONGODB_URI. */
export function mongoStep(
  context: EngineContext,
  found: (addresses: Partial<EngineAddresses>) => void,
): Step {
  const { settings, dataDir, env } = context;
  return {
    title: 'MongoDB',
    run: async (report) => {
      if (settings.mongodbUri) {
        report.trying('connecting to MONGODB_URI');
        await requireReplicaSet(settings.mongodbUri);
        found({ mongodbUri: settings.mongodbUri });
        return 'MONGODB_URI';
      }
      const { value, way } = await obtainMongo(env, report, await dataDir.mongoKind());
      report.trying('starting');
      const spec = {
        ...value,
        port: settings.ports.mongodb,
        dataDir: dataDir.mongoData(value.kind),
        database: 'retorno',
        logFile: dataDir.logFile('mongodb'),
      };
      const mongo = await keep(context, 'MongoDB', spec, startMongo);
      await dataDir.bindMongoKind(value.kind);
      found({ mongodbUri: mongo.uri });
      return `127.0.0.1:${settings.ports.mongodb}, from ${way}`;
    },
  };
}

/** Starts an engine of ours, which comes back when it dies, until the teardown. */
async function keep<S extends { logFile: string }, T extends RunningEngine>(
  { teardown, alert, onLost }: EngineContext,
  name: string,
  spec: S,
  start: (spec: S & { signal: AbortSignal }) => Promise<T>,
): Promise<T> {
  const { engine, kept } = await KeptEngine.start({
    name,
    logFile: spec.logFile,
    start: (signal) => start({ ...spec, signal }),
    alert,
    onLost,
  });
  teardown.add(name, () => kept.stop());
  return engine;
}
