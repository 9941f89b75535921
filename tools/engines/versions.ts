/**
 * Every engine this checkout brings up by itself, pinned in one place. Changing a version changes the name
 * of its folder in the cache, so the next start obtains it anew.
 */
export const ENGINE_VERSIONS = {
  /**
   * Temporal CLI, which carries the server (1.29.1) and the web UI (2.42.1). Later CLI versions have a
   * `replace` directive in their go.mod, which `go install` refuses.
   */
  temporalCli: '1.5.1',
  /** The real MongoDB server, as downloaded by mongodb-memory-server-core. */
  mongod: '8.2.6',
  /** MongoDB's wire protocol on WiredTiger: the local stand-in where the real server cannot be had. */
  secantusd: '0.5.3-beta.193',
  /** Temporal's time-skipping test server, released with the Java SDK. */
  testServer: '1.31.0',
  /** The fuzzer of the HTTP contract, as `tools/schemathesis/requirements.txt` has it with all it needs. */
  schemathesis: '4.32.5',
  /** The Node of the image (LTS), with which CI runs a second time. */
  node: '24.21.0',
} as const;

/** Oldest engines on PATH that are good enough; older ones are passed over. */
export const OLDEST_ON_PATH = {
  /** Server inside the Temporal CLI: update-with-start is recommended from 1.28 on. */
  temporalServer: [1, 28],
  /** Oldest server the MongoDB driver and the transactions of the store were made for. */
  mongod: [6, 0],
  /** What Schemathesis asks for. */
  python: [3, 11],
} as const;

/** Whether `version` ("1.29.1") is at least `oldest`. */
export function isAtLeast(version: string, oldest: readonly [number, number]): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}
