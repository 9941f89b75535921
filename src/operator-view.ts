import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { collectProcessMetrics, openOperatorServer } from './metrics';
import type { OperatorServer } from './metrics';
import type { Logger } from './log';

/** What a process needs to show itself to those who run it. */
export interface ProcessView {
  port: number;
  log: Logger;
  isHealthy: () => boolean;
  /** Where a library of the process shows metrics of its own. */
  others?: string;
}

/** Shows the process under METRICS_PORT: its metrics, and whether it does its work. */
export async function showProcess({ port, log, isHealthy, others }: ProcessView): Promise<OperatorServer> {
  collectProcessMetrics();
  const more = others === undefined ? undefined : async () => (await fetch(others)).text();
  const server = await openOperatorServer({ port, isHealthy, ...(more ? { more } : {}) });
  log.info({ port: server.port }, 'metrics and health for those who run this process');
  return server;
}

/** A port of the loopback interface that nobody has. */
export async function freeLoopbackPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
