import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import type { Sale } from '../../src/loyalty';
import { hashPassword } from '../../src/store';
import { connectionChanged, connectionWorkflowId, reconcileNow } from '../../src/workflows';
import { aProgram } from './builders';
import { consent, openHouse } from './house';
import type { House, Tenant } from './house';
import { aBuyer } from './shop';
import { until } from './until';

/*
 * The run that keeps a connection well, and what people and Bling do to a connection.
 */

interface ConnectionJson {
  state: string;
  lastEventAt: string | null;
  reconciledUntil: string | null;
  reconcileEvery: string;
  quota: { usedToday: number; of: number };
}

let house: House;
beforeAll(async () => {
  house = await openHouse({
    companies: 6,
    program: aProgram({ holding: { after: 'PT0S' }, messages: {} }),
  });
});
afterAll(() => house.close());

async function connectionOf({ api }: Tenant): Promise<ConnectionJson> {
  const { data } = (await api.get<{ data: ConnectionJson[] }>('/v1/connections')).expect(200).body;
  return data[0]!;
}

const stateIs = (tenant: Tenant, state: string): Promise<unknown> =>
  until(`the connection to be ${state}`, async () => (await connectionOf(tenant)).state === state);

async function alertsOf({ api }: Tenant): Promise<string[]> {
  const { data } = (await api.get<{ data: { kind: string }[] }>('/v1/alerts')).expect(200).body;
  return data.map(({ kind }) => kind);
}

const alerted = (tenant: Tenant, kind: string, open = true): Promise<unknown> =>
  until(
    `${kind} to be ${open ? 'open' : 'over'}`,
    async () => (await alertsOf(tenant)).includes(kind) === open,
  );

const reportsOf = ({ merchantId, connectionId }: Tenant) =>
  house.store.reconciliations.list(merchantId, connectionId, { limit: 10 });

const runOf = ({ connectionId }: Tenant) =>
  house.client.workflow.getHandle(connectionWorkflowId({ connectionId }));

const saleOf = ({ merchantId }: Tenant, orderId: number): Promise<Sale | null> =>
  house.store.sales.find({ merchantId, channel: 'bling', externalId: String(orderId) });

async function anOwner({ merchantId }: Tenant): Promise<string> {
  const email = `dona.${merchantId.toLowerCase()}@loja.com.br`;
  const fresh = { email, name: 'Dona Rosa', password: await hashPassword('uma senha boa e longa') };
  const { person } = await house.store.people.register(fresh, new Date());
  const owner = { merchantId, personId: person.id, role: 'owner' as const, storeIds: null };
  await house.store.people.join(owner, new Date());
  return email;
}

const mailed = (email: string, about: string): Promise<unknown> =>
  until(`an e-mail about "${about}"`, async () =>
    Promise.resolve(house.simulator.mail.messages(email).some(({ subject }) => subject.includes(about))),
  );

describe('a connection', () => {
  it('has a run from its authorisation on, which makes lost events good and says how it stands', async () => {
    const tenant = house.tenants[0]!;
    const beganAt = (await connectionOf(tenant)).reconciledUntil;
    tenant.company.setWebhookMode('dropped');
    const { id } = tenant.company.createOrder({ contactId: aBuyer(tenant.company).id, totalCents: 7_000 });
    await runOf(tenant).signal(reconcileNow);
    await until('the lost order to be read', async () => (await saleOf(tenant, id))?.source.readAt);
    await until(
      'the comparison to end',
      async () => (await connectionOf(tenant)).reconciledUntil !== beganAt,
    );
    tenant.company.setWebhookMode('live');
    tenant.company.completeOrder(id);
    await until('the event to be noted', async () => (await connectionOf(tenant)).lastEventAt);
    const { quota, reconcileEvery } = await connectionOf(tenant);
    expect({ reconcileEvery, of: quota.of }).toEqual({ reconcileEvery: 'PT15M', of: 120_000 });
    expect(quota.usedToday).toBeGreaterThan(0);
    const described = await runOf(tenant).describe();
    expect(described.status.name).toBe('RUNNING');
  });

  it('gives way to a person who chooses situations, and applies a choice that was left half done', async () => {
    const tenant = house.tenants[4]!;
    const { api, company, connectionId, merchantId } = tenant;
    const { connections, reconciliations } = house.store;
    const { id } = company.createOrder({ contactId: aBuyer(company).id, totalCents: 5_000 });
    await until('the order to be read', async () => (await saleOf(tenant, id))?.source.readAt);
    await until('no comparison to be under way', async () => {
      const reports = await reconciliations.list(merchantId, connectionId, { limit: 10 });
      return reports.every(({ state }) => state !== 'running');
    });
    const now = new Date();
    const own = { id: 'rec_own', merchantId, connectionId, trigger: 'scheduled' as const };
    const period = { from: new Date(now.getTime() - 60_000), until: now, soldFrom: null, soldTo: null };
    await reconciliations.open({ ...own, ...period }, now);
    const situation = company.order(id).situationId;
    const choose = { completedSituations: [situation], cancelledSituations: [12] };
    (await api.patch(`/v1/connections/${connectionId}`, choose)).expect(200);
    expect((await reconciliations.get(merchantId, own.id))?.state).toBe('cancelled');
    await until('it to earn', async () => (await saleOf(tenant, id))?.benefit.status === 'active');
    const applied = () =>
      until('it to be applied', async () => {
        const kept = await connections.get(merchantId, connectionId);
        return kept?.unappliedSince === null;
      });
    await applied();
    await connections.configure(merchantId, connectionId, {
      ...{ completedSituations: [9], cancelledSituations: [12], unappliedSince: new Date() },
    });
    await runOf(tenant).signal(reconcileNow);
    await until('it to be taken back', async () => (await saleOf(tenant, id))?.source.status === 'open');
    await applied();
  });

  it('whose contacts were imported once has those read each day that were changed since', async () => {
    const tenant = house.tenants[0]!;
    const { api, company, connectionId, merchantId } = tenant;
    const { id } = (await api.post<{ id: string }>(`/v1/connections/${connectionId}/imports`)).expect(
      201,
    ).body;
    const isOver = async (importId: string): Promise<boolean> =>
      (await house.store.contactImports.get(merchantId, importId))?.state === 'finished';
    await until('the import to end', () => isOver(id));
    const raw = await mongoose.createConnection(house.config.mongodbUri).asPromise();
    const imports = raw.collection<{ _id: string; cause: string }>('contact_imports');
    await imports.updateOne({ _id: id }, { $set: { startedAt: new Date(Date.now() - 25 * 3_600_000) } });
    const fresh = company.addContact({ name: 'Nova Cliente', mobile: '(11) 98765-4321' });
    await runOf(tenant).signal(connectionChanged);
    const daily = await until('the import of the day', () => imports.findOne({ cause: 'daily', merchantId }));
    await until('it to end', () => isOver(daily._id));
    const found = await house.store.customers.foresee(
      merchantId,
      {
        ...{ externalKey: `bling:${connectionId}:${fresh.id}`, name: null, document: null },
        ...{ phones: [], emails: [], birthDate: null },
      },
      null,
    );
    expect(found.customerId).not.toBeNull();
    await runOf(tenant).signal(connectionChanged);
    await runOf(tenant).signal(reconcileNow);
    expect(await imports.countDocuments({ cause: 'daily', merchantId })).toBe(1);
    await raw.close();
  });

  it('that is paused reads nothing, and loses nothing of it when it goes on', async () => {
    const tenant = house.tenants[1]!;
    const { api, company, connectionId } = tenant;
    const email = await anOwner(tenant);
    const before = company.createOrder({ contactId: aBuyer(company).id, totalCents: 5_000 }).id;
    await until('the first order to be read', async () => (await saleOf(tenant, before))?.source.readAt);
    (await api.post(`/v1/connections/${connectionId}/pause`)).expect(200);
    expect((await connectionOf(tenant)).state).toBe('paused');
    await alerted(tenant, 'connection_stopped');
    await mailed(email, 'pausada');
    company.completeOrder(before);
    const { id } = company.createOrder({ contactId: aBuyer(company).id, totalCents: 6_000 });
    company.completeOrder(id);
    await house.simulator.webhooksIdle();
    const period = { from: new Date(Date.now() - 60_000).toISOString(), until: new Date().toISOString() };
    const refused = await api.post<{ code: string }>(
      `/v1/connections/${connectionId}/reconciliations`,
      period,
    );
    expect(refused.body.code).toBe('connection_paused');
    expect((await saleOf(tenant, before))?.source.status).toBe('open');
    (await api.post(`/v1/connections/${connectionId}/resume`)).expect(200);
    for (const orderId of [before, id])
      await until(
        'it to be made good',
        async () => (await saleOf(tenant, orderId))?.benefit.status === 'active',
      );
    await alerted(tenant, 'connection_stopped', false);
    await mailed(email, 'está conectada');
  });

  it('whose app was uninstalled at Bling says so to its owners, and goes on once it is authorised', async () => {
    const tenant = house.tenants[2]!;
    const email = await anOwner(tenant);
    tenant.company.revokeAccess();
    await runOf(tenant).signal(reconcileNow);
    await stateIs(tenant, 'needs_authorization');
    await alerted(tenant, 'bling_refused');
    await mailed(email, 'recusa o acesso');
    const { data } = (await tenant.api.get<{ data: { act: string }[] }>('/v1/audit')).expect(200).body;
    expect(data.map(({ act }) => act)).toContain('connection.state');
    const { id } = tenant.company.createOrder({ contactId: aBuyer(tenant.company).id, totalCents: 5_000 });
    const { location } = (await tenant.api.get('/integrations/bling/authorize')).expect(302);
    expect((await consent(house.simulator, house.url, location!, tenant.company.index)).status).toBe(200);
    await stateIs(tenant, 'connected');
    await alerted(tenant, 'bling_refused', false);
    await until('what was missed to be read', async () => (await saleOf(tenant, id))?.source.readAt);
  });

  it('whose events have stopped while its list shows changes is told of, until one comes', async () => {
    const tenant = house.tenants[5]!;
    const { company, connectionId } = tenant;
    const ago = (hours: number): Date => new Date(Date.now() - hours * 3_600_000);
    const raw = await mongoose.createConnection(house.config.mongodbUri).asPromise();
    await raw
      .collection<{ _id: string }>('connections')
      .updateOne(
        { _id: connectionId },
        { $set: { authorizedAt: ago(3), lastEventAt: ago(2), eventGapMs: 60_000 } },
      );
    await raw.close();
    await runOf(tenant).signal(reconcileNow);
    await until('a comparison', async () =>
      (await reportsOf(tenant)).some(({ state }) => state === 'finished'),
    );
    expect(await alertsOf(tenant)).not.toContain('webhooks_silent');
    company.setWebhookMode('dropped');
    const { id } = company.createOrder({ contactId: aBuyer(company).id, totalCents: 5_000 });
    await runOf(tenant).signal(reconcileNow);
    await alerted(tenant, 'webhooks_silent');
    await until('the order to be read', async () => (await saleOf(tenant, id))?.source.readAt);
    company.setWebhookMode('live');
    company.completeOrder(id);
    await until('the event to be noted', async () => {
      const { lastEventAt } = await connectionOf(tenant);
      return Date.parse(lastEventAt!) > ago(1).getTime();
    });
    await runOf(tenant).signal(connectionChanged);
    await alerted(tenant, 'webhooks_silent', false);
  });

  it('that is disconnected is given back to Bling, keeps its sales, and its run ends', async () => {
    const tenant = house.tenants[3]!;
    const { api, company, connectionId, merchantId } = tenant;
    const email = await anOwner(tenant);
    const { id } = company.createOrder({ contactId: aBuyer(company).id, totalCents: 8_000 });
    company.completeOrder(id);
    await until('the order to earn', async () => (await saleOf(tenant, id))?.benefit.status === 'active');
    (await api.delete(`/v1/connections/${connectionId}`)).expect(204);
    await mailed(email, 'desconectada');
    await until('Bling to have its access back', async () => Promise.resolve(!company.isConnected));
    await until('its run to end', async () => (await runOf(tenant).describe()).status.name === 'COMPLETED');
    expect((await connectionOf(tenant)).state).toBe('disconnected');
    expect(await alertsOf(tenant)).toContain('connection_stopped');
    expect((await saleOf(tenant, id))?.benefit.status).toBe('active');
    expect((await house.store.connections.get(merchantId, connectionId))?.held?.revokedAt).toBeInstanceOf(
      Date,
    );
    const resumed = await api.post<{ code: string }>(`/v1/connections/${connectionId}/resume`);
    expect(resumed.body.code).toBe('connection_disconnected');
  });
});
