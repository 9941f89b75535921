import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

/** Who holds a lock. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly token: string;
}

const HEARTBEAT_MS = 5_000;
/** A holder that has not given a sign for this long is taken for dead, on whatever machine it ran. */
const STALE_AFTER_MS = 60_000;
const POLL_MS = 500;

/** A lock that is held; `release` may be called once. */
export interface Lock {
  release(): Promise<void>;
}

/**
 * Takes the lock file, or tells who holds it. A lock whose holder is dead (its process is gone, or it gave
 * no sign for a minute) is taken over.
 */
export async function tryLock(file: string): Promise<{ lock: Lock } | { holder: Holder }> {
  const mine: Holder = { pid: process.pid, host: hostname(), token: randomUUID() };
  // Written first and linked then, so that nobody ever reads half a lock.
  const draft = `${file}.${mine.token}`;
  await writeFile(draft, JSON.stringify(mine));
  try {
    for (;;) {
      if (await linked(draft, file)) return { lock: hold(file, mine) };
      const holder = await readHolder(file);
      if (!holder) continue;
      if (!(await isStale(file, holder))) return { holder };
      await bury(file, holder);
    }
  } finally {
    await rm(draft, { force: true });
  }
}

/** Takes the lock file, waiting as long as somebody else holds it; `onWait` hears of the holder at each look. */
export async function waitForLock(file: string, onWait: (holder: Holder) => void): Promise<Lock> {
  for (;;) {
    const attempt = await tryLock(file);
    if ('lock' in attempt) return attempt.lock;
    onWait(attempt.holder);
    await pause(POLL_MS);
  }
}

function hold(file: string, mine: Holder): Lock {
  const heartbeat = setInterval(() => {
    const now = new Date();
    // A lock file that is gone was taken over after a long sleep of this machine; release() finds out.
    void utimes(file, now, now).catch(() => undefined);
  }, HEARTBEAT_MS);
  return {
    release: async () => {
      clearInterval(heartbeat);
      if ((await readHolder(file))?.token === mine.token) await rm(file, { force: true });
    },
  };
}

async function linked(draft: string, file: string): Promise<boolean> {
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Holder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function isStale(file: string, holder: Holder): Promise<boolean> {
  if (holder.host === hostname() && !isAlive(holder.pid)) return true;
  const seen = await stat(file).catch(() => undefined);
  return seen !== undefined && Date.now() - seen.mtimeMs > STALE_AFTER_MS;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Removes a dead holder's lock, and puts it back if another process has replaced it in the meantime. */
async function bury(file: string, dead: Holder): Promise<void> {
  const grave = `${file}.${randomUUID()}`;
  try {
    await rename(file, grave);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if ((await readHolder(grave))?.token !== dead.token) await linked(grave, file);
  await rm(grave, { force: true });
}
