import { once } from 'node:events';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { register } from 'prom-client';
import { createLogger } from '../src/log';
import type { OperatorServer } from '../src/metrics';
import { registry } from '../src/metrics/registry';
import { showProcess } from '../src/operator-view';

let other: Server;
let view: OperatorServer | null = null;
afterEach(async () => {
  await view?.close();
  view = null;
  other.closeAllConnections();
  other.close();
  registry.clear();
  register.clear();
});

async function another(listener: RequestListener): Promise<number> {
  other = createServer(listener);
  await once(other.listen(0), 'listening');
  return (other.address() as AddressInfo).port;
}

/** A log, and the lines it has written. */
function aLog(): { log: ReturnType<typeof createLogger>; lines: string[] } {
  const lines: string[] = [];
  return { log: createLogger('info', { write: (line: string) => void lines.push(line) }), lines };
}

describe('a process that shows itself under METRICS_PORT', () => {
  it('works without where another has the port, and says so', async () => {
    const port = await another((_req, res) => void res.end());
    const { log, lines } = aLog();
    expect(await showProcess({ port, log, isHealthy: () => true })).toBeNull();
    expect(lines.join('')).toContain('METRICS_PORT is not to be had');
  });

  it.each<[string, RequestListener]>([
    ['does not answer', () => undefined],
    ['fails', (_req, res) => void res.writeHead(500).end('<html>Oops</html>')],
  ])('shows its own metrics while a library %s', async (_what, listener) => {
    const others = `http://127.0.0.1:${await another(listener)}/metrics`;
    const { log } = aLog();
    view = await showProcess({ port: 0, log, isHealthy: () => true, others });
    const answer = await fetch(`http://127.0.0.1:${view!.port}/metrics`);
    const text = await answer.text();
    expect(answer.status).toBe(200);
    expect(text).toContain('retorno_nodejs_eventloop_lag_seconds');
    expect(text).not.toContain('Oops');
  });
});
