import { beforeEach, describe, expect, it } from '@jest/globals';
import { httpAnswers } from '../../../src/metrics';
import { anApi } from '../an-api';

/** How many answers were counted, by their labels. */
async function counted(): Promise<string[]> {
  const { values } = await httpAnswers.get();
  return values
    .filter(({ metricName, value }) => metricName?.endsWith('_count') && value > 0)
    .map(({ labels: { method, route, status } }) => `${method} ${route} ${status}`)
    .sort();
}

describe('answers in the metrics', () => {
  beforeEach(() => httpAnswers.reset());

  it('are counted by the pattern of their path, which names nobody', async () => {
    const api = anApi();
    await api.get('/v1/sales/sal_of_somebody');
    await api.get('/v1/customers?query=529.982.247-25');
    await api.get('/v1/customers/cus_of_somebody');
    await api.get('/52998224725');
    expect(await counted()).toEqual([
      'GET /v1/customers 200',
      'GET /v1/customers/{id} 404',
      'GET /v1/sales/{id} 404',
      'GET unknown 404',
    ]);
  });
});
