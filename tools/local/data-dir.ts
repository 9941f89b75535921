import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tryLock } from '../engines';
import type { Lock, MongoKind } from '../engines';
import { RetornoToolError } from '../processes';

/** Another start is using the data folder. */
export class DataDirInUseError extends RetornoToolError {
  constructor(dataDir: string, pid: number) {
    super(
      'data_dir_in_use',
      `${dataDir} is in use by another \`npm start\` (process ${pid}), and two would write over each other. ` +
        'Stop that one, or give this one a folder and ports of its own: DATA_DIR=… PORT=… LOCAL_TEMPORAL_PORT=… ' +
        'LOCAL_TEMPORAL_UI_PORT=… LOCAL_MONGODB_PORT=… SIMULATOR_PORT=… SIMULATOR_SMTP_PORT=… npm start',
    );
  }
}

/** The folder where everything that lasts is kept, held by one start at a time. */
export class DataDir {
  private constructor(
    readonly path: string,
    private readonly lock: Lock,
  ) {}

  /**
   * Makes the folder when missing and takes it for this process.
   *
   * @throws {DataDirInUseError}
   */
  static async open(path: string): Promise<DataDir> {
    await mkdir(path, { recursive: true, mode: 0o700 });
    const attempt = await tryLock(join(path, 'in-use'));
    if ('holder' in attempt) throw new DataDirInUseError(path, attempt.holder.pid);
    return new DataDir(path, attempt.lock);
  }

  /** Lets others take it. */
  async close(): Promise<void> {
    await this.lock.release();
  }

  get temporalDb(): string {
    return join(this.path, 'temporal', 'temporal.db');
  }

  mongoData(kind: MongoKind): string {
    return join(this.path, 'mongodb', kind);
  }

  logFile(name: string): string {
    return join(this.path, 'logs', `${name}.log`);
  }

  /** The kind of MongoDB server the data was written by; undefined on a first start. */
  async mongoKind(): Promise<MongoKind | undefined> {
    return mongoKindOf(this.path);
  }

  /** Binds the data to a kind of server: another kind, should one be installed later, could not read it. */
  async bindMongoKind(kind: MongoKind): Promise<void> {
    await mkdir(join(this.path, 'mongodb'), { recursive: true });
    await writeFile(join(this.path, 'mongodb', 'kind'), `${kind}\n`);
  }

  /** Makes the folders the engines expect to find. */
  async prepare(): Promise<void> {
    await mkdir(join(this.path, 'temporal'), { recursive: true });
    await mkdir(join(this.path, 'logs'), { recursive: true });
  }
}

/** The kind of MongoDB server a data folder is bound to, read without taking the folder. */
export async function mongoKindOf(dataDir: string): Promise<MongoKind | undefined> {
  const text = await readFile(join(dataDir, 'mongodb', 'kind'), 'utf8').catch(() => '');
  return (['mongod', 'secantusd'] as const).find((kind) => kind === text.trim());
}
