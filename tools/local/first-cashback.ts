import { z } from 'zod';
import { waitUntil, WaitTimeoutError } from '../processes';
import type { ApiClient } from './api-client';

const WITHIN_MS = 3 * 60_000;
const EVERY_MS = 1_000;

const orders = z.object({ orders: z.array(z.object({ id: z.union([z.number(), z.string()]) })) });
const grants = z.object({
  number: z.string().nullish(),
  benefit: z.object({ cashbackCents: z.int().positive() }),
});

/**
 * Waits for the first cashback of this start and says so in one line; undefined when none comes within three
 * minutes, or the wait is aborted.
 *
 * @param simulatorUrl where the sales are made
 */
export async function firstCashback(
  api: ApiClient,
  simulatorUrl: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const before = new Set(await orderIds(simulatorUrl));
  try {
    return await waitUntil(
      async () => {
        for (const id of await orderIds(simulatorUrl)) {
          if (before.has(id)) continue;
          const granted = grants.safeParse(await api.get(`/v1/sales?channel=bling&externalId=${id}`)).data;
          if (granted) return describe(id, granted);
        }
        return undefined;
      },
      { what: 'A first cashback', timeoutMs: WITHIN_MS, everyMs: EVERY_MS, signal },
    );
  } catch (error) {
    if (error instanceof WaitTimeoutError || signal.aborted) return undefined;
    throw error;
  }
}

async function orderIds(simulatorUrl: string): Promise<string[]> {
  const response = await fetch(`${simulatorUrl}/simulator/companies/0/orders`, {
    signal: AbortSignal.timeout(5_000),
  });
  return orders.parse(await response.json()).orders.map(({ id }) => String(id));
}

function describe(id: string, { number, benefit }: z.output<typeof grants>): string {
  const reais = (benefit.cashbackCents / 100).toLocaleString('pt-BR', { style: 'currency', currency: 'BRL' });
  return `First cashback granted: ${reais} for sale ${number ?? id}.`;
}
