/**
 * `npm run doctor`: says what was found on this machine, which way each engine will come from, and what to do
 * where something cannot work. Changes nothing. Ends with code 1 only when something cannot work.
 */
import {
  checkEngine,
  checkFolders,
  checkLines,
  checkNode,
  checkPorts,
  checkToolChains,
} from './doctor/index';
import type { Check } from './doctor/index';
import { engineWays } from './engines';
import { mongoKindOf } from './local';
import { loadDotEnv, readLocalSettings } from './local-settings';
import { runTool } from './processes';

async function main(): Promise<number> {
  loadDotEnv();
  const { env } = process;
  const settings = readLocalSettings(env);
  const engines = engineWays(env, await mongoKindOf(settings.dataDir));
  const checks: Check[] = [
    checkNode(process.versions.node),
    ...(await checkToolChains(env)),
    ...(await Promise.all(
      engines.map((engine) => checkEngine(engine, engine.variable && env[engine.variable])),
    )),
    ...(await checkPorts(settings)),
    ...(await checkFolders(settings, env)),
  ];
  for (const line of checks.flatMap(checkLines)) console.log(line);
  const bad = checks.filter(({ verdict }) => verdict === 'bad').length;
  console.log(
    bad === 0
      ? '\nEverything can work.'
      : `\n${bad} of these cannot work as they are: see what is marked BAD above.`,
  );
  return bad === 0 ? 0 : 1;
}

runTool(main);
