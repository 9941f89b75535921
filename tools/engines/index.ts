export { EngineCache } from './cache';
export { requireReplicaSet } from './check-mongo';
export { tryLock } from './lock';
export type { Holder, Lock } from './lock';
export type { MongoKind, MongoProgram } from './mongodb-ways';
export {
  engineWays,
  obtainChromium,
  obtainMongo,
  obtainNode,
  obtainSchemathesis,
  obtainTemporal,
  obtainTestServer,
  obtainZsh,
} from './obtain';
export type { RunningEngine } from './start-engine';
export { EngineNotStartedError } from './start-engine';
export { startMongo } from './start-mongo';
export type { MongoSpec, RunningMongo } from './start-mongo';
export { startTemporal } from './start-temporal';
export type { RunningTemporal, TemporalSpec } from './start-temporal';
export type { TemporalProgram } from './temporal-ways';
export type { TestServerProgram } from './test-server-ways';
export { ENGINE_VERSIONS } from './versions';
export { EngineUnavailableError, withRemedy } from './ways';
export type { Finding, Resolved, Way } from './ways';
