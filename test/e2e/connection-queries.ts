import type { Store } from '../../src/store';

const DAY_MS = 86_400_000;

/** What is asked and noted of a connection seldom: each call, on a connection that is there. Answers its id. */
export async function connectionAsked(store: Store, merchantId: string, now: Date): Promise<string> {
  const connection = (await store.connections.list(merchantId))[0]!;
  const { id } = connection;
  const refused = { reason: 'forbidden' as const, asked: 'order' as const, since: now };
  for (let sale = 0; sale < 2; sale += 1) await store.connections.refuse(connection, refused);
  await store.connections.answered({ ...connection, refused }, { asked: 'order', at: now });
  for (const from of [{}, { before: now, beforeId: 'x' }])
    await store.sales.list(merchantId, { parkedFor: id, limit: 2, ...from });
  await store.connections.hold(merchantId, 'con_x', 'paused', now);
  await store.connections.hold(merchantId, 'con_x', 'disconnected', now);
  await store.connections.resume(merchantId, 'con_x', now);
  await store.connections.forgetTokens(merchantId, 'con_x', 1, now);
  await store.connections.tokensKnown(merchantId, id);
  const change = { was: 'connected' as const, is: 'paused' as const, at: now };
  await store.connections.noteTold(merchantId, id, change);
  await store.connections.noteWritten(merchantId, id, now, 'per_x');
  await store.connections.endMail(merchantId, id, now);
  await store.connections.noteTold(merchantId, id, { ...change, was: 'paused', is: 'connected' });
  for (const at of [now, new Date(now.getTime() + DAY_MS)]) await store.connections.noteEvent(id, at);
  await store.connections.noteReconciled(merchantId, id, { until: now, month: true, untold: false }, now);
  await store.connections.noteReconcileFailed(merchantId, id, now);
  await store.connections.noteApplied(merchantId, id, now);
  await store.connections.noteOpenAsked(merchantId, id, null);
  const tokens = (await store.connections.tokens(id))!;
  await store.connections.claimRefresh(id, tokens.version, now, now);
  await store.connections.failRefresh(id, tokens.version, { until: now, final: false });
  await store.connections.saveTokens(id, tokens.version, tokens);
  for (const one of [id, 'con_x']) {
    await store.appWatch.refused(one);
    await store.appWatch.taken(one);
  }
  return id;
}
