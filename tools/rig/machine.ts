import { cpus, loadavg, totalmem } from 'node:os';
import type { Client } from '@temporalio/client';
import type { mongo } from 'mongoose';
import type { MongoKind } from '../engines';

/** What the figures were measured on: without it they say nothing. */
export interface MachineFacts {
  readonly at: string;
  readonly cores: number;
  readonly cpu: string;
  readonly memoryGiB: number;
  readonly node: string;
  readonly temporalServer: string;
  readonly mongodb: string;
  /** Processes that wanted a core in the minute before the first window, our own among them. */
  readonly loadAverage: number;
}

/** Asks the machine and the engines who they are. */
export async function machineFacts(
  client: Client,
  db: mongo.Db,
  mongoKind: MongoKind,
): Promise<MachineFacts> {
  const { serverVersion } = await client.workflowService.getSystemInfo({});
  const { version } = (await db.command({ buildInfo: 1 })) as { version: string };
  const processors = cpus();
  return {
    at: new Date().toISOString(),
    cores: processors.length,
    cpu: processors[0]?.model ?? 'unknown',
    memoryGiB: Math.round((totalmem() / 2 ** 30) * 10) / 10,
    node: process.version,
    temporalServer: `${serverVersion}, dev server on a SQLite file (WAL, synchronous NORMAL), queues polled 2000 times a second`,
    mongodb: mongoKind === 'mongod' ? version : `stand-in secantusd-rs, speaks as ${version}`,
    loadAverage: Math.round((loadavg()[0] ?? 0) * 100) / 100,
  };
}
