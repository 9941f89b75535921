import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Review } from '../../../src/store';
import { anApi, problemIn } from '../an-api';
import type { AnApi } from '../an-api';
import { aCustomer, anEntry, aSale, MINE, NOW } from '../builders';
import { expectContract } from '../http/contract';

const ELDER = aCustomer({ id: 'cus_1', createdAt: new Date(NOW - 1_000) });
const YOUNGER = { id: 'cus_2', document: null, createdAt: new Date(NOW) };

let api: AnApi;
beforeEach(() => {
  api = anApi({
    customers: [{ ...ELDER }, aCustomer(YOUNGER)],
    sales: [
      aSale({ id: 'sal_live', owner: { customerId: 'cus_2' }, benefit: { status: 'active' } }),
      aSale({ id: 'sal_over', owner: { customerId: 'cus_2' }, benefit: { status: 'expired' } }),
      aSale({ id: 'sal_other', owner: { customerId: 'cus_1' } }),
    ],
  });
});

const merge = (body: object = {}, key?: string) =>
  api.post('/v1/customers/cus_1/merges', { from: 'cus_2', reason: 'Mesma pessoa', ...body }, key);
/** The merges whose sales a run was started to wake; `undone`: by their undoing. */
const seenThrough = (): string[] =>
  api.runs.merges.map(({ undone, proven }) => `${undone ? 'undone' : 'made'}${proven ? ', to be made' : ''}`);

describe('a merge', () => {
  it('is answered with who remains, and has a run wake the sales that changed hands', async () => {
    const answer = await merge({ operator: 'gerente' }).expect(201);
    await expectContract(answer, 'post', '/v1/customers/{id}/merges');
    const made = { from: 'cus_2', into: 'cus_1', automatic: false, operator: 'gerente', sales: 2 };
    expect(answer.body).toMatchObject(made);
    expect(seenThrough()).toEqual(['made']);
  });

  it('is done once for each key; a repetition whose run could not be started starts it', async () => {
    api.runs.behave = () => Promise.reject(new Error('away'));
    await merge({}, 'k').expect(500);
    api.runs.behave = () => undefined;
    await merge({}, 'k').expect(201);
    await merge({}, 'k').expect(201);
    expect([api.holds.merges.length, seenThrough()]).toEqual([1, ['made', 'made']]);
  });

  it('shows in both customers and in the list of each', async () => {
    await merge().expect(201);
    expect((await api.get('/v1/customers/cus_2').expect(200)).body).toMatchObject({ mergedInto: 'cus_1' });
    for (const id of ['cus_1', 'cus_2']) {
      const answer = await api.get(`/v1/customers/${id}/merges`).expect(200);
      await expectContract(answer, 'get', '/v1/customers/{id}/merges');
      expect(answer.body).toMatchObject({ data: [{ from: 'cus_2', into: 'cus_1', undoneAt: null }] });
    }
  });

  it('that is carried over in parts shows nothing of how', async () => {
    await merge().expect(201);
    const by = { operator: 'gerente', reason: 'Engano', call: 'a-key' };
    const underway = { what: 'undo', at: new Date(NOW), by, lotIds: ['lot_1'], ends: [1], stayingIds: [] };
    Object.assign(api.holds.merges[0]!, { underway });
    const answer = await api.get('/v1/customers/cus_1/merges').expect(200);
    await expectContract(answer, 'get', '/v1/customers/{id}/merges');
  });

  it('of two documents needs to be meant', async () => {
    Object.assign(api.holds.customers[1]!, { document: { kind: 'cpf', value: '12345678909' } });
    const refused = await merge({}, 'a').expect(409);
    await expectContract(refused, 'post', '/v1/customers/{id}/merges');
    expect(problemIn(refused).code).toBe('customers_in_conflict');
    await merge({ force: true }, 'b').expect(201);
  });

  it('needs a reason, and two customers who are not one already', async () => {
    expect(problemIn(await merge({ reason: ' ' }, 'a').expect(422)).errors?.[0]?.field).toBe('reason');
    expect(problemIn(await merge({ from: 'cus_9' }, 'b').expect(404)).code).toBe('customer_not_found');
    expect(problemIn(await merge({ from: 'cus_1' }, 'c').expect(409)).code).toBe('customers_not_mergeable');
    await merge({}, 'd').expect(201);
    expect(problemIn(await merge({}, 'e').expect(409)).code).toBe('customers_not_mergeable');
  });
});

describe('undoing a merge', () => {
  const undo = (id: string, key?: string) =>
    api.post(`/v1/merges/${id}/undo`, { reason: 'Mãe e filha' }, key);

  it('is answered with when, and has a run wake the sales again', async () => {
    const { id } = (await merge().expect(201)).body as { id: string };
    const answer = await undo(id).expect(200);
    await expectContract(answer, 'post', '/v1/merges/{id}/undo');
    expect(answer.body).toMatchObject({ id, undoReason: 'Mãe e filha' });
    expect(seenThrough()).toEqual(['made', 'undone']);
  });

  it('is done once: the same call again heals it, another is refused', async () => {
    const { id } = (await merge().expect(201)).body as { id: string };
    api.runs.behave = () => Promise.reject(new Error('away'));
    await undo(id, 'u').expect(500);
    api.runs.behave = () => undefined;
    await undo(id, 'u').expect(200);
    expect(problemIn(await undo(id, 'v').expect(409)).code).toBe('merge_already_undone');
    expect(problemIn(await undo('mrg_9', 'w').expect(404)).code).toBe('merge_not_found');
  });
});

describe('a review of two customers', () => {
  const review: Review = {
    ...{ id: 'rev_1', merchantId: MINE, kind: 'same_customer', subjects: ['cus_1', 'cus_2'] },
    ...{ facts: { reasons: [] }, state: 'open', openedAt: new Date(NOW), decision: null },
    ...{ operator: null, reason: null, resolvedAt: null },
  };
  const resolve = (decision: string, key?: string) =>
    api.post('/v1/reviews/rev_1/resolve', { decision, operator: 'gerente' }, key);
  beforeEach(() => void api.holds.reviews.push({ ...review }));

  it('is listed until it is decided', async () => {
    const answer = await api.get('/v1/reviews?kind=same_customer&state=open').expect(200);
    await expectContract(answer, 'get', '/v1/reviews');
    expect(answer.body).toMatchObject({ data: [{ id: 'rev_1', subjects: ['cus_1', 'cus_2'] }] });
    await resolve('distinct').expect(200);
    const open = await api.get('/v1/reviews?kind=same_customer&state=open').expect(200);
    expect([(open.body as { data: object[] }).data, api.holds.merges]).toEqual([[], []]);
  });

  it('merges on the word: who has a document remains, else the elder', async () => {
    Object.assign(api.holds.customers[0]!, { document: null });
    Object.assign(api.holds.customers[1]!, { document: ELDER.document });
    await resolve('same', 'a').expect(200);
    await resolve('same', 'b').expect(200);
    expect(api.holds.merges).toMatchObject([{ from: 'cus_1', into: 'cus_2', operator: 'gerente' }]);
  });

  it('is about whom the customers have turned out to be meanwhile', async () => {
    api.holds.customers.push(aCustomer({ id: 'cus_3', document: null, createdAt: new Date(NOW + 1) }));
    Object.assign(api.holds.customers[1]!, { mergedInto: 'cus_3' });
    await resolve('same').expect(200);
    expect(api.holds.merges).toMatchObject([{ from: 'cus_3', into: 'cus_1' }]);
  });

  it('of customers who are one by now only keeps the decision', async () => {
    Object.assign(api.holds.customers[1]!, { mergedInto: 'cus_1' });
    await resolve('same').expect(200);
    expect(api.holds.merges).toEqual([]);
  });

  it('is answered without what a newer version keeps with it', async () => {
    Object.assign(api.holds.reviews[0]!, { ofANewerVersion: true });
    const answer = await resolve('distinct').expect(200);
    await expectContract(answer, 'post', '/v1/reviews/{id}/resolve');
  });

  it('is decided once', async () => {
    await resolve('distinct', 'a').expect(200);
    expect(problemIn(await resolve('same', 'b').expect(409)).code).toBe('review_resolved');
    expect(api.holds.merges).toEqual([]);
  });
});

describe('a statement after a merge', () => {
  const moves = (['active', 'spent'] as const).map((bucket) => ({
    lotId: 'sal_1/cashback-5/cus_2/1',
    from: bucket,
    to: bucket,
    amount: bucket === 'active' ? 600 : 400,
  }));
  const line = (type: 'MERGE_IN' | 'MERGE_OUT', debt: number) =>
    anEntry({ type, key: type, cause: { kind: 'merge', mergeId: 'mrg_1' }, moves, debt });
  const shown = async (type: 'MERGE_IN' | 'MERGE_OUT', debt: number) => {
    const answer = await anApi({ entries: [line(type, debt)] })
      .get('/v1/customers/cus_1/statement')
      .expect(200);
    return (answer.body as { data: { description: string; cashback: object }[] }).data[0];
  };

  it('shows what came in, and what went out, of that which can still be used', async () => {
    expect(await shown('MERGE_IN', 50)).toMatchObject({
      description: 'Transferência de outro cadastro do cliente: R$ 6,00 de cashback',
      cashback: { activeCents: 600, pendingCents: 0, reservedCents: 0, debtCents: 50 },
    });
    expect(await shown('MERGE_OUT', -50)).toMatchObject({
      cashback: { activeCents: -600, pendingCents: 0, reservedCents: 0, debtCents: -50 },
    });
  });
});
