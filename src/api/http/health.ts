import { z } from 'zod';
import { QUEUES } from '../../queues';
import type { Queue } from '../../queues';
import { withDeadline } from '../../runs';
import type { AppDeps } from './deps';
import { problemResponses } from './problem-responses';
import { Problem } from './problem';
import { described } from './route';
import type { Route } from './route';

const PROBE_MS = 2_000;

const tags = ['Health'];
const aliveSchema = z.strictObject({ status: z.literal('alive') });
const readySchema = z.strictObject({
  status: z.literal('ready'),
  unattended: z
    .array(z.enum(QUEUES))
    .describe('Queues that no worker has served for two minutes: what is asked of them waits.'),
});

/** Whether the process lives, and whether it can serve: for whoever watches over it. */
export function healthRoutes(deps: AppDeps): Route[] {
  return [alive, ready(deps)];
}

const alive: Route = {
  permission: 'public',
  body: null,
  ...described({
    method: 'get',
    path: '/healthz',
    operationId: 'getHealthz',
    tags,
    summary: 'The process is alive',
    responses: { 200: { description: 'Alive', content: { 'application/json': { schema: aliveSchema } } } },
  }),
  handle(_req, res) {
    res.json({ status: 'alive' });
  },
};

function ready({ store, runs }: AppDeps): Route {
  return {
    permission: 'public',
    body: null,
    ...described({
      method: 'get',
      path: '/readyz',
      operationId: 'getReadyz',
      tags,
      summary: 'MongoDB and Temporal answer; if not, `down` names which',
      responses: {
        200: { description: 'Ready', content: { 'application/json': { schema: readySchema } } },
        ...problemResponses(['service_unavailable']),
      },
    }),
    async handle(_req, res) {
      const probes = [probe('MongoDB', () => store.ping()), probe('Temporal', () => runs.ping())];
      const down = (await Promise.all(probes)).filter((name) => name !== null);
      if (down.length > 0) throw notReady(down);
      res.json({ status: 'ready', unattended: await unattendedOf(runs) });
    },
  };
}

/** The API answers whether or not somebody works: an unknown answer is no reason not to be asked. */
function unattendedOf(runs: AppDeps['runs']): Promise<readonly Queue[]> {
  return withDeadline(PROBE_MS, runs.unattended(), () => new Error('not told in time')).catch(() => []);
}

/** The engine's name if it does not answer in time. */
async function probe(name: string, ping: () => Promise<void>): Promise<string | null> {
  try {
    await withDeadline(PROBE_MS, ping(), () => new Error(`${name} did not answer within ${PROBE_MS} ms.`));
    return null;
  } catch {
    return name;
  }
}

function notReady(down: string[]): Problem {
  const what = down.length === 1 ? `${down[0]} não responde` : `${down.join(' e ')} não respondem`;
  return new Problem('service_unavailable', {
    facts: { down },
    detail: `${what}, e sem isso as chamadas não podem ser atendidas. Verifique o servidor e a configuração; o Retorno tenta de novo sozinho.`,
  });
}
