import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, rmdir, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from '../processes';

/** Who holds a lock. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
}

/** A lock that is held; `release` may be called once. */
export interface Lock {
  release(): Promise<void>;
}

const HEARTBEAT_MS = 5_000;
/** Whoever has not given a sign for this long is taken for dead, on whatever machine it ran. */
const STALE_AFTER_MS = 60_000;
const POLL_MS = 500;
/** Pause of those that meet at the door. */
const MEETING_PAUSE_MS = 5;

const CLAIM = '.claim';
const HELD = '.held';

/**
 * Takes the lock of that name, or tells who holds it. What dead processes left (their process is gone, or they
 * gave no sign for a minute) does not count.
 *
 * The lock is a folder. Who wants it puts a claim of its own into it, and holds the lock once it has then seen
 * the folder without claims of others. Of two claims, the one that looked later has seen the other, so there are
 * never two holders; and no file is ever replaced, so a dead claim can be removed by anybody. Of several that
 * meet, the one whose token comes first stays and the others step back, so one of them gets it.
 */
export async function tryLock(path: string): Promise<{ lock: Lock } | { holder: Holder }> {
  const token = randomUUID();
  for (;;) {
    await putClaim(path, token);
    let others = await liveClaims(path, token);
    while (others.length > 0 && others.every((other) => !other.held && other.token > token)) {
      await pause(MEETING_PAUSE_MS);
      others = await liveClaims(path, token);
    }
    if (others.length === 0) return { lock: await hold(path, token) };
    await takeBack(path, token);
    const holder = others.find(({ held }) => held);
    if (holder) return { holder: { pid: holder.pid, host: holder.host } };
    await pause(MEETING_PAUSE_MS);
  }
}

/** Takes the lock, waiting as long as somebody else holds it; `onWait` hears of the holder at each look. */
export async function waitForLock(path: string, onWait: (holder: Holder) => void): Promise<Lock> {
  for (;;) {
    const attempt = await tryLock(path);
    if ('lock' in attempt) return attempt.lock;
    onWait(attempt.holder);
    await pause(POLL_MS);
  }
}

async function hold(path: string, token: string): Promise<Lock> {
  const claim = join(path, `${token}${CLAIM}`);
  await writeFile(join(path, `${token}${HELD}`), '');
  const heartbeat = setInterval(() => {
    const now = new Date();
    // A claim that is gone was taken for dead after a long sleep of this machine: too late to object.
    void utimes(claim, now, now).catch(() => undefined);
  }, HEARTBEAT_MS);
  return {
    release: async () => {
      clearInterval(heartbeat);
      await takeBack(path, token);
    },
  };
}

/** Puts the claim there whole: it is written under another name first. */
async function putClaim(path: string, token: string): Promise<void> {
  const draft = join(path, `${token}.draft`);
  for (;;) {
    await mkdir(path, { recursive: true });
    try {
      await writeFile(draft, JSON.stringify({ pid: process.pid, host: hostname() } satisfies Holder));
      return await rename(draft, join(path, `${token}${CLAIM}`));
    } catch (error) {
      // Whoever let go of the lock has just removed the empty folder.
      if (!isAbsence(error)) throw error;
    }
  }
}

async function takeBack(path: string, token: string): Promise<void> {
  await rm(join(path, `${token}${CLAIM}`), { force: true });
  await rm(join(path, `${token}${HELD}`), { force: true });
  // Fails when others have claims in it, which is as it should be.
  await rmdir(path).catch(() => undefined);
}

interface Claim extends Holder {
  readonly token: string;
  readonly held: boolean;
}

/** The claims of others that are alive; dead ones are removed on the way. */
async function liveClaims(path: string, own: string): Promise<Claim[]> {
  const names = await readdir(path);
  const tokens = names.filter((name) => name.endsWith(CLAIM)).map((name) => name.slice(0, -CLAIM.length));
  const claims = await Promise.all(
    tokens
      .filter((token) => token !== own)
      .map((token) => readLive(path, token, names.includes(`${token}${HELD}`))),
  );
  return claims.filter((claim) => claim !== undefined);
}

async function readLive(path: string, token: string, held: boolean): Promise<Claim | undefined> {
  const file = join(path, `${token}${CLAIM}`);
  try {
    const holder = JSON.parse(await readFile(file, 'utf8')) as Holder;
    const silentMs = Date.now() - (await stat(file)).mtimeMs;
    if (silentMs <= STALE_AFTER_MS && (holder.host !== hostname() || isAlive(holder.pid)))
      return { ...holder, token, held };
    await takeBack(path, token);
  } catch (error) {
    if (!isAbsence(error)) throw error;
  }
  return undefined;
}

function isAbsence(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
