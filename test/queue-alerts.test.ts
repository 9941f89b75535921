import { beforeEach, describe, expect, it } from '@jest/globals';
import { createLogger } from '../src/log';
import { createQueueAlerts } from '../src/queue-alerts';
import type { QueueAlertDeps } from '../src/queue-alerts';
import type { Queue } from '../src/queues';

/** An installation with more merchants than are read at once, and what each of them was told, by merchant and queue. */
class Installation {
  without: readonly Queue[] = [];
  readonly open = new Map<string, string>();
  writes = 0;
  away = false;
  private readonly merchantIds = Array.from({ length: 150 }, (_, n) => `mer_${String(n).padStart(3, '0')}`);

  readonly deps = {
    log: createLogger('silent'),
    unattended: () => Promise.resolve(this.without),
    store: {
      clock: { estimate: () => 0 },
      merchants: {
        ids: ({ after, limit }: { after: string | null; limit: number }) =>
          Promise.resolve(this.merchantIds.filter((id) => after === null || id > after).slice(0, limit)),
      },
      alerts: {
        raise: async (
          { merchantId, subject }: { merchantId: string; subject: string },
          what: { text: string },
        ) => {
          this.write();
          this.open.set(`${merchantId}/${subject}`, what.text);
          return Promise.resolve({ id: '', raised: true });
        },
        resolve: async ({ merchantId, subject }: { merchantId: string; subject?: string }) => {
          this.write();
          const ended = [...this.open.keys()].filter((key) =>
            subject === undefined ? key.startsWith(`${merchantId}/`) : key === `${merchantId}/${subject}`,
          );
          for (const key of ended) this.open.delete(key);
          return Promise.resolve(ended.length > 0);
        },
      },
    },
  } as unknown as QueueAlertDeps;

  private write(): void {
    if (this.away) throw new Error('MongoDB is away');
    this.writes += 1;
  }
}

let installation: Installation;
beforeEach(() => {
  installation = new Installation();
});

describe('alerts of queues that nobody serves', () => {
  it('are raised of every merchant, one for each queue, and end one by one as workers come', async () => {
    const { deps, open } = installation;
    const tell = createQueueAlerts(deps);
    installation.without = ['counter', 'bling'];
    await tell();
    expect(open.size).toBe(300);
    expect(open.get('mer_149/counter')).toContain('`counter` em `WORKER_QUEUES`');
    installation.without = ['bling'];
    await tell();
    expect([...open.keys()].filter((key) => !key.endsWith('/bling'))).toEqual([]);
    expect(open.size).toBe(150);
    installation.without = [];
    await tell();
    expect(open.size).toBe(0);
  });

  it('cost nothing while nothing changes', async () => {
    const tell = createQueueAlerts(installation.deps);
    installation.without = ['batch'];
    await tell();
    const { writes } = installation;
    await tell();
    expect(installation.writes).toBe(writes);
  });

  it('of a process that has died are ended by the next', async () => {
    installation.without = ['sale'];
    await createQueueAlerts(installation.deps)();
    installation.without = [];
    await createQueueAlerts(installation.deps)();
    expect(installation.open.size).toBe(0);
  });

  it('that could not be told are told at the next look', async () => {
    const tell = createQueueAlerts(installation.deps);
    installation.without = ['messages'];
    installation.away = true;
    await expect(tell()).rejects.toThrow('MongoDB is away');
    installation.away = false;
    await tell();
    expect(installation.open.size).toBe(150);
  });
});
