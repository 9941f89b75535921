import { setTimeout as pause } from 'node:timers/promises';
import { cpf } from 'cpf-cnpj-validator';
import type { Shop } from '../../rig';
import { callOf } from './stage';
import type { CounterStage } from './stage';

const SALE_CENTS = 100_000;
const AGAIN_MS = 1_000;
const AT_ONCE = 25;

/** A sale at the counter, to somebody who never bought before. */
export function aSale(number: number): object {
  return {
    ...{ channel: 'pos', externalId: `CX-${number}`, soldAt: new Date().toISOString(), status: 'completed' },
    ...{ totalCents: SALE_CENTS, customer: { name: 'Severina Balcão', document: cpf.generate() } },
  };
}

/** Tells a sale, again and again under its key where the API says that it has no time for it now, as a shop would. */
export async function bring({ api, signal }: CounterStage, shop: Shop, sale: object): Promise<void> {
  const headers = { ...callOf(shop), 'content-type': 'application/json' };
  for (;;) {
    const call = { method: 'POST', path: '/v1/sales', headers, body: JSON.stringify(sale) } as const;
    const { status, text } = await api.send(call).catch(() => api.send(call));
    if (status < 300) return;
    if (status !== 503 && status !== 409)
      throw new Error(`A sale was answered ${status}: ${text.slice(0, 300)}`);
    await pause(AGAIN_MS, undefined, { signal });
  }
}

/** Does the work for each of them, some at once. */
export async function inLanes<In>(all: readonly In[], work: (one: In) => Promise<unknown>): Promise<void> {
  const left = all.values();
  const lane = async (): Promise<void> => {
    for (const one of left) await work(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}
