import { describe, expect, it } from '@jest/globals';
import { BlingApiError } from '../../../src/bling';
import { anApi, problemIn } from '../an-api';
import type { AnApi } from '../an-api';
import { aConnection, MINE, NOW, THEIRS } from '../builders';
import { expectContract } from '../http/contract';

interface ActivationJson {
  live: boolean;
  mayGoLive: boolean;
  steps: { step: string; state: string; missing: { code: string; text: string }[] }[];
  checks: object[];
  approvedSale: { orderId: string; programVersion: number } | null;
}

const PATH = '/v1/activation';
const later = (ms: number): Date => new Date(NOW + ms);

async function looked({ get }: AnApi): Promise<ActivationJson> {
  const answer = await get(PATH).expect(200);
  await expectContract(answer, 'get', PATH);
  return answer.body as ActivationJson;
}

async function lacking(api: AnApi): Promise<Record<string, string[]>> {
  const { steps } = await looked(api);
  return Object.fromEntries(steps.map(({ step, missing }) => [step, missing.map(({ code }) => code)]));
}

/** One who has not gone live. */
function notLive(holds: Parameters<typeof anApi>[0] = {}): AnApi {
  const api = anApi({ connections: [], programs: [], ...holds });
  api.holds.activations.set(MINE, { liveAt: null });
  return api;
}

describe('the steps of an activation', () => {
  it('of a merchant with nothing lack everything, each with what to do', async () => {
    const api = notLive();
    expect(await lacking(api)).toMatchObject({
      ...{ connect: ['no_connection'], authorize: ['not_checked'], program: ['no_program'] },
      reference_sale: ['no_approved_sale'],
    });
    const { live, mayGoLive, steps } = await looked(api);
    expect({ live, mayGoLive }).toEqual({ live: false, mayGoLive: false });
    for (const { missing } of steps) for (const { text } of missing) expect(text).toMatch(/^[A-ZÀ-Ú].*\.$/);
  });

  it('are ticked by what Bling answers in earnest, and unticked when it takes its word back', async () => {
    const api = notLive({ connections: [aConnection()] });
    expect(await lacking(api)).toMatchObject({ connect: [], authorize: ['not_checked'] });
    const answer = await api.post(`${PATH}/checks`, { connectionId: 'con_1' }).expect(200);
    await expectContract(answer, 'post', `${PATH}/checks`);
    expect((answer.body as ActivationJson).checks).toMatchObject([
      { connectionId: 'con_1', orders: 'ok', contacts: 'ok', situations: 'ok' },
    ]);
    expect(await lacking(api)).toMatchObject({ authorize: [] });
    api.holds.connections[0] = aConnection({ state: 'needs_authorization' });
    expect(await lacking(api)).toMatchObject({ connect: ['authorization_lost'], authorize: ['not_checked'] });
    // Authorised anew, it is asked anew.
    api.holds.connections[0] = aConnection({ authorizedAt: later(60_000) });
    expect(await lacking(api)).toMatchObject({ connect: [], authorize: ['not_checked'] });
  });

  it.each([
    ['forbidden', ['contacts_refused']],
    ['unauthorized', ['contacts_refused']],
    ['timeout', ['bling_silent']],
  ] as const)('say what Bling refuses, and what it does not answer: %s', async (kind, codes) => {
    const api = notLive({ connections: [aConnection()] });
    const failing = (): Promise<never> => Promise.reject(new BlingApiError(kind, 'list contacts'));
    Object.assign(api.bling, { listContacts: failing, listSituationModules: failing });
    await api.post(`${PATH}/checks`, { connectionId: 'con_1' }).expect(200);
    expect(await lacking(api)).toMatchObject({ authorize: codes });
    // Without situations Bling's own count: they hold nobody up.
    Object.assign(api.bling, { listContacts: () => Promise.resolve({ rows: [], more: false }) });
    await api.post(`${PATH}/checks`, { connectionId: 'con_1' }).expect(200);
    expect(await lacking(api)).toMatchObject({ authorize: [] });
  });

  it('keep what Bling answered before where it is nobody’s turn to ask', async () => {
    const api = notLive({ connections: [aConnection()] });
    await api.post(`${PATH}/checks`, { connectionId: 'con_1' }).expect(200);
    const spent = (): Promise<never> => Promise.reject(new BlingApiError('day_quota', 'list orders'));
    Object.assign(api.bling, { listOrders: spent });
    const answer = await api.post(`${PATH}/checks`, { connectionId: 'con_1' });
    await expectContract(answer, 'post', `${PATH}/checks`);
    expect(problemIn(answer).code).toBe('bling_busy');
    expect(await lacking(api)).toMatchObject({ authorize: [] });
  });

  it('take an approval of the version that was looked at, and of no other', async () => {
    const api = notLive({ connections: [aConnection()] });
    await api.put('/v1/program', { name: 'Clube', earning: { rules: [] } }).expect(200);
    const body = { connectionId: 'con_1', orderId: '11', programVersion: 2 };
    const answer = await api.post(`${PATH}/reference-sale`, body).expect(409);
    await expectContract(answer, 'post', `${PATH}/reference-sale`);
    expect(problemIn(answer)).toMatchObject({ code: 'approval_outdated', version: 1 });
    const unknown = await api.post(`${PATH}/reference-sale`, { ...body, programVersion: 1 }).expect(404);
    expect(problemIn(unknown).code).toBe('order_not_found');
    expect(await lacking(api)).toMatchObject({ reference_sale: ['no_approved_sale'] });
  });

  it('do not know the connection of somebody else', async () => {
    const api = notLive({ connections: [aConnection({ merchantId: THEIRS })] });
    const answer = await api.post(`${PATH}/checks`, { connectionId: 'con_1' }).expect(404);
    expect(problemIn(answer).code).toBe('connection_not_found');
  });
});

describe('going live', () => {
  const approved = {
    ...{ connectionId: 'con_1', orderId: '11', number: '7', programVersion: 1, by: 'per_1' },
    at: new Date(NOW),
  };
  const ok = 'ok' as const;
  const checks = { con_1: { orders: ok, contacts: ok, situations: ok, at: later(1) } };

  it('waits for the first four steps, and says which lack', async () => {
    const api = notLive({ connections: [aConnection()] });
    const answer = await api.post(`${PATH}/go-live`).expect(409);
    await expectContract(answer, 'post', `${PATH}/go-live`);
    expect(problemIn(answer)).toMatchObject({
      ...{ code: 'not_ready_to_go_live', missing: ['authorize', 'program', 'reference_sale'] },
    });
    expect((await looked(api)).live).toBe(false);
  });

  it('counts once, and is undone by a pause; a sale approved under another version does not count', async () => {
    const api = anApi({ connections: [aConnection()] });
    const published = await api.put('/v1/program', { name: 'Clube', earning: { rules: [] } }).expect(200);
    const now = { ...approved, programVersion: (published.body as { version: number }).version };
    api.holds.activations.set(MINE, { liveAt: null, checks, approved: { ...now, programVersion: 0 } });
    expect(await lacking(api)).toMatchObject({ reference_sale: ['program_changed'] });
    await api.post(`${PATH}/go-live`).expect(409);
    api.holds.activations.set(MINE, { liveAt: null, checks, approved: now });
    expect(await looked(api)).toMatchObject({ live: false, mayGoLive: true });
    expect((await api.post(`${PATH}/go-live`).expect(200)).body).toMatchObject({ live: true });
    expect((await api.post(`${PATH}/go-live`).expect(200)).body).toMatchObject({ live: true });
    expect((await api.post(`${PATH}/pause`).expect(200)).body).toMatchObject({ live: false });
    expect((await api.post(`${PATH}/pause`).expect(200)).body).toMatchObject({ live: false });
  });

  it.each([
    ['the store was authorised anew since', { authorizedAt: later(1) }],
    ['its connection does not work', { state: 'needs_authorization' }],
    ['its connection is paused', { state: 'paused' }],
  ] as const)('takes no approval of a sale where %s', async (_what, change) => {
    const other = aConnection({ id: 'con_2', companyId: 'b'.repeat(32) });
    const api = anApi({ connections: [aConnection(change), other] });
    await api.put('/v1/program', { name: 'Clube', earning: { rules: [] } }).expect(200);
    api.holds.activations.set(MINE, { liveAt: null, checks, approved });
    expect(await lacking(api)).toMatchObject({ reference_sale: ['approval_before_authorization'] });
    await api.post(`${PATH}/go-live`).expect(409);
  });

  it('is not asked of a merchant that was there before it', async () => {
    expect(await looked(anApi())).toMatchObject({ live: true });
  });
});
