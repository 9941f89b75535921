import type { Reporter } from '../progress';
import { EngineCache } from './cache';
import { chromiumWays } from './chromium-ways';
import type { ChromiumProgram } from './chromium-ways';
import { mongodbWays } from './mongodb-ways';
import type { MongoKind, MongoProgram } from './mongodb-ways';
import { nodeWays } from './node-ways';
import type { NodeProgram } from './node-ways';
import { schemathesisWays } from './schemathesis-ways';
import type { SchemathesisProgram } from './schemathesis-ways';
import { temporalWays } from './temporal-ways';
import type { TemporalProgram } from './temporal-ways';
import { testServerWays } from './test-server-ways';
import type { TestServerProgram } from './test-server-ways';
import { resolveEngine } from './ways';
import type { Resolved, Way } from './ways';
import { zshWays } from './zsh-ways';
import type { ZshProgram } from './zsh-ways';

/** The Temporal server program of this machine, obtained first where necessary. */
export function obtainTemporal(env: NodeJS.ProcessEnv, report: Reporter): Promise<Resolved<TemporalProgram>> {
  return resolveEngine('The Temporal server', temporalWays(EngineCache.of(env), env), report);
}

/** The MongoDB server program of this machine, obtained first where necessary; `only` restricts the kind. */
export function obtainMongo(
  env: NodeJS.ProcessEnv,
  report: Reporter,
  only?: MongoKind,
): Promise<Resolved<MongoProgram>> {
  return resolveEngine('MongoDB', mongodbWays(EngineCache.of(env), env, only), report);
}

/** The time-skipping test server of this machine, obtained first where necessary. */
export function obtainTestServer(
  env: NodeJS.ProcessEnv,
  report: Reporter,
): Promise<Resolved<TestServerProgram>> {
  return resolveEngine(
    'The Temporal time-skipping test server',
    testServerWays(EngineCache.of(env), env),
    report,
  );
}

/** The Node of the image, obtained first where necessary. */
export function obtainNode(env: NodeJS.ProcessEnv, report: Reporter): Promise<Resolved<NodeProgram>> {
  return resolveEngine('The Node of the image', nodeWays(EngineCache.of(env), env), report);
}

/** The Schemathesis of this machine, obtained first where necessary. */
export function obtainSchemathesis(
  env: NodeJS.ProcessEnv,
  report: Reporter,
): Promise<Resolved<SchemathesisProgram>> {
  return resolveEngine('Schemathesis', schemathesisWays(EngineCache.of(env), env), report);
}

/** A Chromium of this machine, obtained first where necessary. */
export function obtainChromium(env: NodeJS.ProcessEnv, report: Reporter): Promise<Resolved<ChromiumProgram>> {
  return resolveEngine('A Chromium', chromiumWays(EngineCache.of(env), env), report);
}

/** A zsh of this machine, obtained first where necessary. */
export function obtainZsh(env: NodeJS.ProcessEnv, report: Reporter): Promise<Resolved<ZshProgram>> {
  return resolveEngine('A zsh', zshWays(env), report);
}

/** Every engine with its ways, for those who only want to look. `optional`: without it some tests are skipped, nothing else. */
export function engineWays(
  env: NodeJS.ProcessEnv,
  onlyMongo?: MongoKind,
): {
  readonly engine: string;
  readonly variable?: string;
  readonly optional?: boolean;
  readonly ways: readonly Way<unknown>[];
}[] {
  const cache = EngineCache.of(env);
  return [
    { engine: 'Temporal server', variable: 'TEMPORAL_ADDRESS', ways: temporalWays(cache, env) },
    { engine: 'MongoDB', variable: 'MONGODB_URI', ways: mongodbWays(cache, env, onlyMongo) },
    { engine: 'Time-skipping server, for tests', ways: testServerWays(cache, env) },
    { engine: 'Schemathesis, for one test', optional: true, ways: schemathesisWays(cache, env) },
    { engine: 'Chromium, for tests of pages', optional: true, ways: chromiumWays(cache, env) },
    { engine: 'zsh, for one test', optional: true, ways: zshWays(env) },
  ];
}
