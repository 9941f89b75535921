import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Reporter } from '../progress';
import { waitForLock } from './lock';

/** The engines already obtained on this machine, shared by all checkouts: one folder per engine and version. */
export class EngineCache {
  constructor(readonly root: string) {}

  /** `${XDG_CACHE_HOME:-~/.cache}/retorno` */
  static of(env: NodeJS.ProcessEnv): EngineCache {
    return new EngineCache(join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'retorno'));
  }

  /** The folder of an entry such as `temporal-1.5.1`, whether it is there or not. */
  folder(entry: string): string {
    return join(this.root, entry);
  }

  /** Whether the entry is there; if it is, it is whole. */
  async has(entry: string): Promise<boolean> {
    return stat(this.folder(entry)).then(
      (found) => found.isDirectory(),
      () => false,
    );
  }

  /**
   * Gives the folder of an entry, filling it first when it is not there. It is filled in a folder beside it
   * and renamed when all is done, so an interrupted run leaves nothing that could be taken for an engine.
   * Two runs at once do not fill the same entry twice: the second waits for the first and says so.
   *
   * @throws whatever `fill` throws; the entry is then as absent as before
   */
  async filled(entry: string, report: Reporter, fill: (folder: string) => Promise<void>): Promise<string> {
    if (await this.has(entry)) return this.folder(entry);
    await mkdir(this.root, { recursive: true });
    const lock = await waitForLock(join(this.root, `${entry}.lock`), (holder) =>
      report.line(`waiting for process ${holder.pid}, which is already obtaining it`),
    );
    try {
      if (!(await this.has(entry))) await this.fillBeside(entry, fill);
      return this.folder(entry);
    } finally {
      await lock.release();
    }
  }

  private async fillBeside(entry: string, fill: (folder: string) => Promise<void>): Promise<void> {
    await this.removeHalfFinished(entry);
    const beside = await mkdtemp(join(this.root, `${entry}.partial-`));
    try {
      await fill(beside);
      await rename(beside, this.folder(entry));
    } catch (error) {
      await rm(beside, { recursive: true, force: true });
      throw error;
    }
  }

  /** What runs that were killed left behind. Only called under the entry's lock: nobody else is filling it. */
  private async removeHalfFinished(entry: string): Promise<void> {
    for (const name of await readdir(this.root)) {
      if (!name.startsWith(`${entry}.partial-`)) continue;
      await rm(join(this.root, name), { recursive: true, force: true });
    }
  }
}
