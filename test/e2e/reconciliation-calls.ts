import type { House } from './house';
import { until } from './until';

const DAY_MS = 86_400_000;

/** One that finds an order, and each call that one makes. */
export async function aReconciliation({ tenant, store }: House, connectionId: string): Promise<void> {
  const { api, merchantId } = tenant;
  const path = `/v1/connections/${connectionId}/reconciliations`;
  const now = new Date();
  const period = { from: new Date(now.getTime() - DAY_MS).toISOString(), until: now.toISOString() };
  const { id } = (await api.post<{ id: string }>(path, period)).expect(201).body;
  await until('the comparison to end', async () => {
    const { body } = await api.get<{ state: string }>(`/v1/reconciliations/${id}`);
    return body.state !== 'running';
  });
  (await api.get(`${path}?limit=1`)).expect(200);
  const { reconciliations } = store;
  const place = { before: now, beforeId: 'x', limit: 2 };
  await reconciliations.list(merchantId, connectionId, place);
  await reconciliations.unfinished(merchantId, now, { at: 0, id: '' }, 10);
  await reconciliations.look(merchantId, id, [{ orderId: '1', why: 'missing', listed: null }], now);
  const otherwise = { orderId: '2', why: 'content' as const, listed: null };
  await reconciliations.lookAgain(merchantId, id, otherwise, now);
  await reconciliations.listed(merchantId, id, ['1']);
  await reconciliations.seen(merchantId, id, ['1']);
  await reconciliations.unrepaired(merchantId, id, '', 10);
  await reconciliations.repaired(merchantId, id, ['1'], now);
  await reconciliations.sum(merchantId, id);
  await reconciliations.tidy(merchantId, connectionId, id, now);
  await reconciliations.end(merchantId, id, 'finished', now);
}
