import { join } from 'node:path';
import { obtainMongo, obtainTemporal, startMongo, startTemporal } from '../engines';
import type { MongoKind } from '../engines';
import { freePorts } from '../processes';
import type { Teardown } from '../processes';
import { runSteps } from '../progress';

/** The engines of this run. */
export interface BenchEngines {
  readonly temporal: { readonly address: string; readonly pid: number };
  readonly mongo: { readonly uri: string; readonly pid: number; readonly kind: MongoKind };
}

/** Brings both engines up as `npm start` does, on free ports and with all data in `folder`. `dynamicConfig`: what else Temporal is told. */
export async function startEngines(
  folder: string,
  teardown: Teardown,
  dynamicConfig: readonly string[] = [],
): Promise<BenchEngines> {
  const [temporalPort = 0, mongoPort = 0] = await freePorts(2);
  const found: Partial<{ -readonly [Name in keyof BenchEngines]: BenchEngines[Name] }> = {};
  await runSteps([
    {
      title: 'Temporal server',
      run: async (report) => {
        const { value, way } = await obtainTemporal(process.env, report);
        report.trying('starting');
        const temporal = await startTemporal({
          ...value,
          port: temporalPort,
          uiPort: null,
          dbFile: join(folder, 'temporal.db'),
          namespace: 'default',
          logFile: join(folder, 'temporal.log'),
          dynamicConfig,
        });
        teardown.add('the Temporal server', () => temporal.stop());
        found.temporal = temporal;
        return `${temporal.address}, from ${way}`;
      },
    },
    {
      title: 'MongoDB',
      run: async (report) => {
        const { value, way } = await obtainMongo(process.env, report);
        report.trying('starting');
        const mongo = await startMongo({
          ...value,
          port: mongoPort,
          dataDir: join(folder, 'mongodb'),
          database: 'retorno_bench',
          logFile: join(folder, 'mongodb.log'),
        });
        teardown.add('MongoDB', () => mongo.stop());
        found.mongo = { uri: mongo.uri, pid: mongo.pid, kind: value.kind };
        return `${mongo.uri}, from ${way}`;
      },
    },
  ]);
  return found as BenchEngines;
}
