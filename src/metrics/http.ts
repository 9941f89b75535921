import { Histogram } from 'prom-client';
import { registry } from './registry';

/** Answers of the API. `route` is the path as the OpenAPI document writes it, never the one that was asked for. */
export const httpAnswers = new Histogram({
  name: 'retorno_http_request_duration_seconds',
  help: 'Time until a call was answered',
  labelNames: ['method', 'route', 'status'] as const,
  buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
  registers: [registry],
});
