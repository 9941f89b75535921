import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findOnPath } from '../processes';
import type { Finding } from './ways';

/** A tool chain a build needs, and how a person gets it. */
export interface Program {
  readonly name: string;
  readonly remedy: string;
}

/** Tool chains of the builds, with what to install where they are missing. */
export const PROGRAMS = {
  go: { name: 'go', remedy: 'Install Go 1.24 or later: https://go.dev/doc/install' },
  cargo: { name: 'cargo', remedy: 'Install Rust 1.95 or later: https://rustup.rs' },
  cc: {
    name: 'cc',
    remedy: 'Install a C compiler: `apt-get install build-essential` or `xcode-select --install`',
  },
  cmake: { name: 'cmake', remedy: 'Install CMake: `apt-get install cmake` or `brew install cmake`' },
  java: {
    name: 'java',
    remedy: 'Install Java 11 or later: `apt-get install openjdk-17-jre-headless` or `brew install openjdk`',
  },
  mvn: { name: 'mvn', remedy: 'Install Maven: `apt-get install maven` or `brew install maven`' },
} as const satisfies Record<string, Program>;

/** The finding for a build: possible when every program it needs is on PATH. */
export async function lookForPrograms(
  needed: readonly Program[],
  possible: { readonly detail: string; readonly usualMs: number },
  env: NodeJS.ProcessEnv,
): Promise<Finding> {
  const found = await Promise.all(needed.map(({ name }) => findOnPath(name, env)));
  const missing = needed.filter((_, index) => found[index] === undefined);
  if (missing.length === 0) return { state: 'possible', ...possible };
  return {
    state: 'impossible',
    reason: `${missing.map(({ name }) => `\`${name}\``).join(' and ')} not found on PATH`,
    remedy: missing.map(({ remedy }) => remedy).join('. '),
  };
}

const VERSION_TIMEOUT_MS = 15_000;

/**
 * What a program prints when asked for its version; this also shows that it runs on this machine.
 *
 * @throws when it cannot be run
 */
export async function versionText(executable: string): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(executable, ['--version'], {
    timeout: VERSION_TIMEOUT_MS,
  });
  return `${stdout}${stderr}`;
}
