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

/** A library that does not answer holds up no scrape for longer, of the ten seconds that Prometheus waits. */
const OTHERS_MS = 2_000;

/**
 * Shows the process under METRICS_PORT: its metrics, and whether it does its work. Null: the port is not to be had, for example
 * because another process on this machine shows itself there. That is said, and is no reason not to work.
 */
export async function showProcess({
  port,
  log,
  isHealthy,
  others,
}: ProcessView): Promise<OperatorServer | null> {
  collectProcessMetrics();
  const more = others === undefined ? {} : { more: () => textAt(others) };
  try {
    const server = await openOperatorServer({ port, isHealthy, ...more });
    log.info({ port: server.port }, 'metrics and health for those who run this process');
    return server;
  } catch (error) {
    if (!isNotToBeHad(error)) throw error;
    log.error(
      { port, error: error.message },
      'metrics and health are not shown: METRICS_PORT is not to be had',
    );
    return null;
  }
}

async function textAt(url: string): Promise<string> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(OTHERS_MS) });
  if (!answer.ok) throw new Error(`The metrics at ${url} were answered with ${answer.status}.`);
  return answer.text();
}

function isNotToBeHad(error: unknown): error is NodeJS.ErrnoException {
  return ['EADDRINUSE', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '');
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
