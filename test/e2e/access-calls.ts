import { TOTP } from 'otpauth';
import { testReference } from '../../src/store';
import type { Store } from '../../src/store';

function opened<T extends object>(link: T | string): T {
  if (typeof link === 'string') throw new Error(`Nobody was invited: ${link}.`);
  return link;
}

/** Every call of the store about who may do what, once. */
export async function accessCalls(store: Store, merchantId: string): Promise<void> {
  const now = new Date();
  const offer = { name: 'Bia', role: 'staff' as const, storeIds: null, invitedBy: null };
  const deed = { by: null, now };
  const link = opened(await store.links.invite({ merchantId, email: 'bia@example.com', ...offer }, now));
  await store.links.invitation(link.token, now);
  await store.links.invitations(merchantId, now);
  await store.links.withdraw(merchantId, link.id, deed);
  await store.links.requestReset(null, now);
  const again = opened(await store.links.invite({ merchantId, email: 'carla@example.com', ...offer }, now));
  const joined = await store.links.accept(again.token, { name: 'Carla', password: 'x' }, now);
  if (typeof joined === 'string') throw new Error(`The invitation was ${joined}.`);
  const reset = await store.links.requestReset(joined.personId, now);
  await store.links.resetFault(reset.token, now);
  await store.links.resetPassword(reset.token, 'y', now);

  const { secret } = (await store.secondFactors.begin('per_x', 'bia@example.com', now))!;
  const code = new TOTP({ secret }).generate({ timestamp: now.getTime() });
  await store.secondFactors.confirm('per_x', code, now, 'ses_x');
  await store.secondFactors.use('per_x', '000000', now);
  await store.secondFactors.isOn('per_x');
  await store.secondFactors.on(['per_x']);
  await store.secondFactors.remove('per_x');

  const { person } = await store.people.register(
    { email: `${merchantId}@example.com`, name: 'Bia', password: null },
    now,
  );
  await store.people.register({ email: person.email, name: 'Bia', password: null }, now);
  await store.people.get(person.id);
  await store.people.byEmail(person.email);
  await store.people.names([person.id]);
  await store.people.setPassword(person.id, 'x');
  const which = { merchantId, personId: person.id };
  await store.people.join({ ...which, role: 'owner', storeIds: null }, now);
  await store.people.memberships(person.id);
  await store.people.memberships(person.id, merchantId);
  await store.people.members(merchantId);
  await store.people.change(merchantId, person.id, { role: 'staff' }, { ...deed, by: person.id });
  await store.people.leave(merchantId, person.id, deed);

  const proof = { personId: person.id, password: 'x', secondFactor: false };
  await store.people.changePassword(person.id, { from: 'x', to: 'x', sessionId: 'ses_x' }, now);
  const { token, session } = (await store.sessions.begin(proof, null, now))!;
  await store.sessions.use(token, new Date(now.getTime() + 120_000));
  await store.sessions.ofPerson(person.id, now);
  await store.sessions.end(person.id, session.id);
  await store.sessions.endAll(person.id);

  const limit = { name: 'x', most: 1, withinMs: 60_000 };
  const taken = await store.limits.take([limit], now.getTime());
  await store.limits.take([limit], now.getTime());
  if ('id' in taken) await store.limits.giveBack(taken);
  await store.limits.clear([limit]);

  const about = { label: 'x', scope: 'read' as const, createdBy: null };
  const issued = (await store.merchants.issueKey(merchantId, about, now))!;
  await store.merchants.keys(merchantId);
  await store.merchants.callerOf(issued.apiKey, now);
  await store.merchants.revokeKey(merchantId, issued.key.id, deed);
  await store.merchants.setSettings(merchantId, { requireSecondFactorForOwners: false });
  await store.merchants.suspend(merchantId, null);
  await store.merchants.noteTested(merchantId, 'email', { at: now, by: 'per_x' });
  const report = { at: now, failure: null };
  await store.merchants.noteTestReport(merchantId, testReference(merchantId, 'x'), report);
  await store.merchants.page({ after: null, limit: 10 });
  await store.merchants.page({ after: merchantId, limit: 10 });

  const fields = { name: 'Centro', zone: 'America/Sao_Paulo', channels: ['205'], documents: [] };
  const shop = (await store.shops.create(merchantId, fields, now))!;
  await store.shops.change(merchantId, shop.id, { name: 'Sul' });
  await store.shops.create(merchantId, fields, now).catch(() => null);
  await store.shops.get(merchantId, shop.id);
  await store.shops.list(merchantId);
  await store.shops.meant(merchantId, '11.222.333/0001-81');
  await store.shops.meaningStores(merchantId, ['0@con_x', '0']);
  await store.redemptions.asSaleCalls(merchantId, shop.id, []);

  const act = { merchantId, at: now, address: null, requestId: null, act: 'program.publish' };
  const actor = { kind: 'installation' as const };
  const id = await store.audit.begin({ ...act, actor });
  await store.audit.end(merchantId, id, { outcome: 'done', change: {} });
  await store.audit.record({ ...act, actor }, { outcome: 'forbidden', change: {} });
  await store.audit.list(merchantId, { limit: 2 });
  await store.audit.list(merchantId, { limit: 2, before: now, beforeId: id });
}
