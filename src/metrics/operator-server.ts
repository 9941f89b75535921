import { once } from 'node:events';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { registry } from './registry';

/** What the server of a process shows to those who run it. */
export interface OperatorView {
  /** 0: any free port. */
  port: number;
  /** Whether the process does its work. */
  isHealthy: () => boolean;
  /** More metrics in Prometheus' text format, such as those of a library. */
  more?: () => Promise<string>;
}

/** A server for those who run the process; never to be published. */
export interface OperatorServer {
  port: number;
  close(): Promise<void>;
}

const TEXT = { 'content-type': 'text/plain; charset=utf-8' };

/** Opens `GET /metrics`, in Prometheus' text format, and `GET /healthz`, which is 503 while the process does not do its work. */
export async function openOperatorServer({ port, isHealthy, more }: OperatorView): Promise<OperatorServer> {
  const answers: Record<string, (res: ServerResponse) => Promise<void> | void> = {
    '/healthz': (res) => {
      const healthy = isHealthy();
      res.writeHead(healthy ? 200 : 503, TEXT).end(healthy ? 'alive\n' : 'not at work\n');
    },
    '/metrics': async (res) => {
      const own = await registry.metrics();
      const others = (await more?.().catch(() => '')) ?? '';
      res.writeHead(200, { 'content-type': registry.contentType }).end(own + others);
    },
  };
  const server = createServer((req, res) => {
    const answer = req.method === 'GET' ? answers[req.url ?? ''] : undefined;
    if (!answer) return void res.writeHead(404, TEXT).end('GET /metrics, GET /healthz\n');
    Promise.resolve(answer(res)).catch(() => res.writeHead(500, TEXT).end());
  });
  server.listen(port);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
