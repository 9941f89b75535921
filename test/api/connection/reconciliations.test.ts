import { describe, expect, it } from '@jest/globals';
import type { Reconciliation } from '../../../src/store';
import { anApi as anyApi, problemIn } from '../an-api';
import { aConnection, MINE, NOW } from '../builders';
import { expectContract } from '../http/contract';

const PATH = '/v1/connections/con_1/reconciliations';
const HOUR = 3_600_000;
const at = (ms: number): string => new Date(NOW + ms).toISOString();
const PERIOD = { from: at(-24 * HOUR), until: at(-HOUR) };

function aReport(change: Partial<Reconciliation> = {}): Reconciliation {
  return {
    ...{ id: 'rec_1', merchantId: MINE, connectionId: 'con_1', trigger: 'scheduled', state: 'finished' },
    ...{ from: new Date(NOW - HOUR), until: new Date(NOW), soldFrom: null, soldTo: null, failure: null },
    ...{ lookedAt: 12, missing: 1, differing: 0, deleted: 0, repaired: 0 },
    found: [{ orderId: '267', why: 'missing', foundAt: new Date(NOW), repairedAt: null }],
    ...{ beganAt: new Date(NOW), endedAt: new Date(NOW) },
    ...change,
  };
}

/** A store that was connected ten days ago. */
const anApi: typeof anyApi = (change) =>
  anyApi({ connections: [aConnection({ createdAt: new Date(NOW - 10 * 24 * HOUR) })], ...change });

describe('a comparison with Bling', () => {
  it('is begun for a period, once for each key, and written down', async () => {
    const { post, runs, holds } = anApi();
    const answer = await post(PATH, PERIOD).expect(201);
    await expectContract(answer, 'post', '/v1/connections/{id}/reconciliations');
    expect(answer.body).toMatchObject({ ...PERIOD, trigger: 'asked', state: 'running', found: [] });
    const { id } = answer.body as { id: string };
    expect((await post(PATH, PERIOD).expect(201)).body).toEqual(answer.body);
    expect(runs.reconciliations).toEqual([{ merchantId: MINE, connectionId: 'con_1', reconciliationId: id }]);
    // The days by Brasília's clock, three hours behind.
    expect(holds.reconciliations).toMatchObject([{ soldFrom: '2026-11-02', soldTo: '2026-11-03' }]);
    expect(holds.audit).toMatchObject([
      { act: 'connection.reconcile', outcome: 'done', after: { reconciliationId: id, ...PERIOD } },
    ]);
  });

  it('begins when the store was connected at the earliest', async () => {
    const { post } = anApi();
    const answer = await post(PATH, { ...PERIOD, from: at(-20 * 24 * HOUR) }).expect(201);
    expect(answer.body).toMatchObject({ from: at(-10 * 24 * HOUR) });
  });

  it('waits for another of the same connection, and is then begun under its key', async () => {
    const running = aReport({ state: 'running', endedAt: null });
    const { post, holds } = anApi({ reconciliations: [running] });
    const refused = await post(PATH, PERIOD).expect(409);
    expect(problemIn(refused).code).toBe('reconciliation_running');
    expect(refused.headers['retry-after']).toBe('30');
    holds.reconciliations.length = 0;
    await post(PATH, PERIOD).expect(201);
  });

  it.each([
    [{ from: at(-HOUR), until: at(HOUR) }, 'until'],
    [{ from: at(-HOUR), until: at(-HOUR) }, 'from'],
    [{ from: at(-367 * 24 * HOUR), until: at(-HOUR) }, 'from'],
    [{ from: at(-12 * 24 * HOUR), until: at(-11 * 24 * HOUR) }, 'until'],
    [{ from: '2026-11-01', until: at(-HOUR) }, 'from'],
    [{ ...PERIOD, why: 'x' }, 'why'],
  ])('is refused for %p', async (body, field) => {
    const { post, asked } = anApi();
    const answer = await post(PATH, body).expect(422);
    expect(problemIn(answer).errors?.[0]?.field).toBe(field);
    expect(asked).not.toContain('reconciliations.open');
  });

  it('of a connection that does not exist is not begun', async () => {
    const { post, get } = anApi();
    const path = PATH.replace('con_1', 'con_9');
    expect(problemIn(await post(path, PERIOD).expect(404)).code).toBe('connection_not_found');
    expect(problemIn(await get(path).expect(404)).code).toBe('connection_not_found');
  });
});

describe('comparisons', () => {
  it('are listed newest first, page by page, without single orders', async () => {
    const older = aReport({ id: 'rec_0', beganAt: new Date(NOW - HOUR) });
    const { get } = anApi({ reconciliations: [older, aReport()] });
    const answer = await get(`${PATH}?limit=1`).expect(200);
    await expectContract(answer, 'get', '/v1/connections/{id}/reconciliations');
    expect(answer.body).toMatchObject({ data: [{ id: 'rec_1', missing: 1 }], next: expect.any(String) });
    expect(answer.text).not.toContain('"found"');
    const { next } = answer.body as { next: string };
    expect((await get(`${PATH}?limit=1&before=${next}`)).body).toMatchObject({ data: [{ id: 'rec_0' }] });
  });

  it('say one by one what was found, and why, in Portuguese', async () => {
    const { get } = anApi({ reconciliations: [aReport()] });
    const answer = await get('/v1/reconciliations/rec_1').expect(200);
    await expectContract(answer, 'get', '/v1/reconciliations/{id}');
    expect(answer.body).toMatchObject({
      found: [
        {
          ...{ orderId: '267', why: 'missing', repairedAt: null, saleId: expect.stringMatching(/^sal_/) },
          text: 'O pedido existe no Bling e não era conhecido aqui.',
        },
      ],
    });
    const unknown = await get('/v1/reconciliations/rec_9').expect(404);
    expect(problemIn(unknown).code).toBe('reconciliation_not_found');
  });

  it('of another merchant do not exist', async () => {
    const { get } = anApi({ reconciliations: [aReport({ merchantId: 'mer_theirs' })] });
    await get('/v1/reconciliations/rec_1').expect(404);
  });
});
