import { Gauge } from 'prom-client';
import { registry } from './registry';

/** Shows with each scrape which of `queues` somebody serves; nothing of them where it cannot be told. */
export function showQueues(queues: readonly string[], unattended: () => Promise<readonly string[]>): void {
  new Gauge({
    name: 'retorno_queue_attended',
    help: 'Whether some worker serves the queue: 1, or 0',
    labelNames: ['queue'],
    registers: [registry],
    async collect() {
      this.reset();
      const without = await unattended().catch(() => null);
      if (without === null) return;
      for (const queue of queues) this.set({ queue }, without.includes(queue) ? 0 : 1);
    },
  });
}
