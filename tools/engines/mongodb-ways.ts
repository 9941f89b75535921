import { copyFile, mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { findOnPath, runCommand } from '../processes';
import type { EngineCache } from './cache';
import { cachedWay } from './cached-way';
import { downloadInto } from './download';
import { lookForPrograms, PROGRAMS, versionText } from './programs';
import { reach } from './reach';
import { ENGINE_VERSIONS, isAtLeast, OLDEST_ON_PATH } from './versions';
import type { Finding, Way } from './ways';

/** The two servers; their files look alike and are not, so a data folder belongs to one of them. */
export type MongoKind = 'mongod' | 'secantusd';

/** A server that speaks MongoDB's protocol and can be started on a data folder. */
export interface MongoProgram {
  readonly kind: MongoKind;
  readonly executable: string;
}

const MONGOD_ENTRY = `mongod-${ENGINE_VERSIONS.mongod}`;
const MONGOD = 'bin/mongod';
const SECANTUSD_ENTRY = `secantusd-${ENGINE_VERSIONS.secantusd}`;
const SECANTUSD = 'bin/secantusd-rs';

/**
 * How a MongoDB server can be had on this machine, in the order in which the ways are tried.
 *
 * @param only the kind an existing data folder belongs to: the other kind could not read it
 */
export function mongodbWays(
  cache: EngineCache,
  env: NodeJS.ProcessEnv,
  only?: MongoKind,
): Way<MongoProgram>[] {
  const mongod = (executable: string): MongoProgram => ({ kind: 'mongod', executable });
  const secantusd = (executable: string): MongoProgram => ({ kind: 'secantusd', executable });
  const ways: { kind: MongoKind; way: Way<MongoProgram> }[] = [
    { kind: 'mongod', way: onPath(env) },
    { kind: 'mongod', way: cachedWay(cache, MONGOD_ENTRY, MONGOD, mongod) },
    { kind: 'secantusd', way: cachedWay(cache, SECANTUSD_ENTRY, SECANTUSD, secantusd) },
    { kind: 'mongod', way: download(cache, env) },
    { kind: 'secantusd', way: build(cache, env) },
  ];
  return ways.filter(({ kind }) => only === undefined || kind === only).map(({ way }) => way);
}

function onPath(env: NodeJS.ProcessEnv): Way<MongoProgram> {
  return {
    name: '`mongod` on PATH',
    look: async () => lookAtMongod(await findOnPath('mongod', env)),
    take: async () => ({ kind: 'mongod', executable: (await findOnPath('mongod', env)) ?? 'mongod' }),
  };
}

async function lookAtMongod(executable: string | undefined): Promise<Finding> {
  if (!executable) return { state: 'impossible', reason: 'there is none' };
  const version = await mongodVersion(executable).catch(() => undefined);
  if (!version) return { state: 'impossible', reason: `${executable} is not a MongoDB server` };
  if (!isAtLeast(version, OLDEST_ON_PATH.mongod)) {
    return {
      state: 'impossible',
      reason: `${executable} is ${version}, older than ${OLDEST_ON_PATH.mongod.join('.')}`,
    };
  }
  return { state: 'ready', detail: `${executable}, version ${version}` };
}

/** The version of a real `mongod`; undefined for any other program under that name. */
async function mongodVersion(executable: string): Promise<string | undefined> {
  return /^db version v(\d+\.\d+\.\d+)/m.exec(await versionText(executable))?.[1];
}

function download(cache: EngineCache, env: NodeJS.ProcessEnv): Way<MongoProgram> {
  const version = ENGINE_VERSIONS.mongod;
  return {
    name: 'the download of the real `mongod`',
    look: async () => {
      const found = await reach('fastdl.mongodb.org', env);
      return found.reachable
        ? { state: 'possible', detail: `downloading mongod ${version}`, usualMs: 60_000 }
        : { state: 'impossible', reason: found.reason };
    },
    take: async (report) => {
      const folder = await cache.filled(MONGOD_ENTRY, report, async (beside) => {
        const output = await downloadInto(beside, 'download-mongod', [version], report);
        const path = output.slice(output.lastIndexOf('\n') + 1);
        await mkdir(join(beside, 'bin'));
        await (path.startsWith(beside) ? rename : copyFile)(path, join(beside, MONGOD));
        if (!(await mongodVersion(join(beside, MONGOD))))
          throw new Error('the downloaded mongod does not run here');
      });
      return { kind: 'mongod', executable: join(folder, MONGOD) };
    },
  };
}

function build(cache: EngineCache, env: NodeJS.ProcessEnv): Way<MongoProgram> {
  const version = ENGINE_VERSIONS.secantusd;
  return {
    name: 'a build of the stand-in secantusd-rs with Rust',
    look: () =>
      lookForPrograms(
        [PROGRAMS.cargo, PROGRAMS.cc, PROGRAMS.cmake],
        { detail: `building secantusd-rs ${version} with Rust`, usualMs: 360_000 },
        env,
      ),
    take: async (report) => {
      const folder = await cache.filled(SECANTUSD_ENTRY, report, async (beside) => {
        await runCommand({
          command: 'cargo',
          args: [
            'install',
            'secantus-mdb',
            '--version',
            version,
            '--locked',
            '--ignore-rust-version',
            '--root',
            beside,
          ],
          env,
          cwd: beside,
          onLine: (line) => report.line(line),
        });
        await versionText(join(beside, SECANTUSD));
      });
      return { kind: 'secantusd', executable: join(folder, SECANTUSD) };
    },
  };
}
