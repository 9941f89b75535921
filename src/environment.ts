import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { ConfigError, loadConfig } from './config';
import type { Config } from './config';
import type { Logger } from './log';

/** The exit code of a process that a person has to help first (`EX_CONFIG` of sysexits.h): starting it again does not help. */
export const EXIT_CONFIG = 78;

/** Ends the process with what a person has to do. */
export function exitInWords(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(EXIT_CONFIG);
}

/** Settings from the environment and `.env`; a wrong one ends the process with its name and what was expected. */
export function settingsOrExit(): Config {
  try {
    if (existsSync('.env')) process.loadEnvFile('.env');
    return loadConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    exitInWords(error.message);
  }
}

const RETRY_MS = 3_000;

/** Tries until an engine answers or `signal` gives up, saying each time what is missing. */
export async function untilReachable<T>(
  what: string,
  log: Logger,
  signal: AbortSignal,
  connect: () => Promise<T>,
): Promise<T> {
  for (;;) {
    try {
      return await connect();
    } catch (error) {
      signal.throwIfAborted();
      log.warn(
        { engine: what, error: error instanceof Error ? error.message : String(error) },
        `${what} cannot be reached yet: trying again`,
      );
      await delay(RETRY_MS, undefined, { signal });
    }
  }
}
