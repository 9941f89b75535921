import type { Store } from '../../src/store';

/** Every call of the store about who may do what, once. */
export async function accessCalls(store: Store, merchantId: string): Promise<void> {
  const now = new Date();
  const offer = { name: 'Bia', role: 'staff' as const, storeIds: null, invitedBy: null };
  const link = await store.links.invite({ merchantId, email: 'bia@example.com', ...offer }, now);
  await store.links.invitation(link.token, now);
  await store.links.invitations(merchantId, now);
  await store.links.withdraw(merchantId, link.id, now);
  await store.links.requestReset(null, now);

  await store.secondFactors.begin('per_x', 'bia@example.com', now);
  await store.secondFactors.confirm('per_x', '000000', now);
  await store.secondFactors.use('per_x', '000000', now);
  await store.secondFactors.isOn('per_x');
  await store.secondFactors.on(['per_x']);
  await store.secondFactors.remove('per_x');

  const fields = { name: 'Centro', zone: 'America/Sao_Paulo', channels: ['205'], documents: [] };
  const shop = (await store.shops.create(merchantId, fields, now))!;
  await store.shops.change(merchantId, shop.id, { name: 'Sul' });
  await store.shops.create(merchantId, fields, now).catch(() => null);
  await store.shops.get(merchantId, shop.id);
  await store.shops.list(merchantId);

  const act = { merchantId, at: now, address: null, requestId: null, act: 'program.publish' };
  const actor = { kind: 'installation' as const };
  const id = await store.audit.begin({ ...act, actor });
  await store.audit.end(merchantId, id, { outcome: 'done', change: {} });
  await store.audit.record({ ...act, actor }, { outcome: 'forbidden', change: {} });
  await store.audit.list(merchantId, { limit: 2 });
  await store.audit.list(merchantId, { limit: 2, before: now, beforeId: id });
}
