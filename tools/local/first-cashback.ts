import { z } from 'zod';
import { waitUntil, WaitTimeoutError } from '../processes';
import type { ApiClient } from './api-client';

const WITHIN_MS = 3 * 60_000;
const EVERY_MS = 1_000;

const sales = z.object({
  data: z.array(z.object({ id: z.string(), number: z.string().nullable(), earnedCents: z.int() })),
});

/**
 * Waits for the first cashback granted after this call and tells it in one line; undefined when none comes
 * within three minutes, or the wait is aborted.
 */
export async function firstCashback(api: ApiClient, signal: AbortSignal): Promise<string | undefined> {
  const before = new Set((await paidSales(api)).map(({ id }) => id));
  try {
    const sale = await waitUntil(async () => (await paidSales(api)).find(({ id }) => !before.has(id)), {
      what: 'A first cashback',
      timeoutMs: WITHIN_MS,
      everyMs: EVERY_MS,
      signal,
    });
    const reais = (sale.earnedCents / 100).toLocaleString('pt-BR', { style: 'currency', currency: 'BRL' });
    return `First cashback granted: ${reais} for sale ${sale.number ?? sale.id}.`;
  } catch (error) {
    if (error instanceof WaitTimeoutError || signal.aborted) return undefined;
    throw error;
  }
}

/** The latest sales that earned something. */
async function paidSales(api: ApiClient): Promise<z.output<typeof sales>['data']> {
  const { data } = sales.parse(await api.get('/v1/sales?limit=50'));
  return data.filter(({ earnedCents }) => earnedCents > 0);
}
