import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findOnPath, runCommand } from '../processes';
import { byDebian } from './by-debian';
import type { EngineCache } from './cache';
import { versionText } from './programs';
import { reach } from './reach';
import type { Finding, Way } from './ways';

/** A browser that the pages of the console are tested in. */
export interface ChromiumProgram {
  readonly executable: string;
}

/** Debian's browser, or one of the same family. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const DOWNLOADS = 'cdn.playwright.dev';
const REMEDY = 'Install it: `apt-get install chromium` or https://www.google.com/chrome';

/** How a browser can be had on this machine, in the order in which the ways are tried. */
export function chromiumWays(cache: EngineCache, env: NodeJS.ProcessEnv): Way<ChromiumProgram>[] {
  const installed = async (): Promise<ChromiumProgram> => ({
    executable: (await firstOnPath(env)) ?? NAMES[0]!,
  });
  return [
    named(env),
    onPath(env, installed),
    byDebian('chromium', REMEDY, env, installed),
    byPlaywright(cache, env),
  ];
}

function named(env: NodeJS.ProcessEnv): Way<ChromiumProgram> {
  const executable = env.CHROMIUM_PATH ?? '';
  return {
    name: '`CHROMIUM_PATH`',
    look: async () =>
      executable === '' ? { state: 'impossible', reason: 'it is not set' } : await lookAt(executable),
    take: () => Promise.resolve({ executable }),
  };
}

function onPath(env: NodeJS.ProcessEnv, take: () => Promise<ChromiumProgram>): Way<ChromiumProgram> {
  return {
    name: 'a Chromium on PATH',
    look: async () => {
      const executable = await firstOnPath(env);
      if (executable === undefined)
        return { state: 'impossible', reason: `there is none of ${NAMES.join(', ')}` };
      return lookAt(executable);
    },
    take,
  };
}

async function firstOnPath(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  for (const name of NAMES) {
    const executable = await findOnPath(name, env);
    if (executable !== undefined) return executable;
  }
  return undefined;
}

async function lookAt(executable: string): Promise<Finding> {
  const text = await versionText(executable).catch(() => '');
  const version = /Chrom(?:e|ium) (\d+[\d.]*)/.exec(text)?.[1];
  if (version === undefined)
    return { state: 'impossible', reason: `${executable} is no Chromium that runs here` };
  return { state: 'ready', detail: `${executable}, ${version}` };
}

/** The one that fits the playwright-core of package.json, into the cache of the engines. */
function byPlaywright(cache: EngineCache, env: NodeJS.ProcessEnv): Way<ChromiumProgram> {
  const { version } = playwright();
  const entry = `chromium-of-playwright-${version}`;
  return {
    name: 'the download of Playwright',
    look: async () => {
      if (await cache.has(entry)) return { state: 'ready', detail: cache.folder(entry) };
      const found = await reach(DOWNLOADS, env);
      return found.reachable
        ? { state: 'possible', detail: 'downloading Chromium with Playwright', usualMs: 60_000 }
        : { state: 'impossible', reason: found.reason };
    },
    take: async (report) => {
      const folder = await cache.filled(entry, report, async (beside) => {
        await runCommand({
          command: process.execPath,
          args: [playwright().cli, 'install', '--only-shell', 'chromium'],
          env: { ...env, PLAYWRIGHT_BROWSERS_PATH: beside },
          cwd: beside,
          onLine: (line) => report.line(line),
        });
      });
      return { executable: await shellIn(folder, env) };
    },
  };
}

function playwright(): { version: string; cli: string } {
  const manifest = require.resolve('playwright-core/package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  return { version, cli: join(dirname(manifest), 'cli.js') };
}

/** Where Playwright put it, as Playwright itself says: the folder's name carries a revision. */
async function shellIn(folder: string, env: NodeJS.ProcessEnv): Promise<string> {
  const script = "process.stdout.write(require('playwright-core').chromium.executablePath())";
  return runCommand({
    command: process.execPath,
    args: ['-e', script],
    env: { ...env, PLAYWRIGHT_BROWSERS_PATH: folder },
    cwd: join(__dirname, '..', '..'),
  });
}
