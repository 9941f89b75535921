import { collectDefaultMetrics, Registry } from 'prom-client';

/** Everything this process counts, in Prometheus' terms. No label carries a person, a merchant or an id. */
export const registry = new Registry();

/** The process itself: CPU, memory, event loop. Called once, by the process that shows it. */
export function collectProcessMetrics(): void {
  collectDefaultMetrics({ register: registry, prefix: 'retorno_' });
}
