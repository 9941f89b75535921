import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { anApi, problemIn } from '../an-api';
import type { AnApi } from '../an-api';
import { MINE, MY_KEY } from '../builders';
import { expectContract } from '../http/contract';

/*
 * The external id and the number of a sale are shown in Temporal: in the ids of runs, in their summaries and attributes. What looks
 * like a person's document, phone or e-mail is refused there, and is repeated to nobody.
 */

const PERSONAL = [
  ['a CPF with its marks', '529.982.247-25'],
  ['a CPF in digits', '52998224725'],
  ['a CPF among words', 'Pedido 529.982.247-25 B'],
  ['a CNPJ', '11.222.333/0001-81'],
  ['a CNPJ in digits', '11222333000181'],
  ['a mobile with its marks', '(11) 98765-4321'],
  ['a mobile in digits', '11987654321'],
  ['a mobile with its country', '+55 11 98765-4321'],
  ['a landline with its marks', '(11) 3456-7890'],
  ['an e-mail', 'maria@correio.com.br'],
  ['an e-mail among words', 'Pedido de maria@correio.com.br'],
] as const;

/** What is left of a value when its marks are gone: it may be found in that form neither. */
const bare = (value: string): string => value.replace(/[^\p{L}\p{N}]/gu, '');

/** That nothing left the API with the value in it, and no run heard of it. */
function expectNowhere(value: string, { logged, runs, holds }: AnApi, ...answers: request.Response[]): void {
  const told = [...answers.flatMap(({ text, headers }) => [text, JSON.stringify(headers)]), logged()];
  const inRuns = [runs.signals, runs.moved, runs.updates, runs.saleUpdates, runs.imports].flat();
  for (const text of [...told, JSON.stringify(inRuns), JSON.stringify([holds.sales, holds.imports])]) {
    expect(text).not.toContain(value);
    expect(bare(text)).not.toContain(bare(value));
  }
  expect(logged()).not.toBe('');
}

describe.each(['externalId', 'number'])('the %s of POST /v1/sales', (field) => {
  it.each(PERSONAL)('is not %s: %s', async (_what, value) => {
    const api = anApi({ sales: [], customers: [], wallets: new Map() });
    const sale = {
      ...{ channel: 'pos', externalId: 'PDV-1', number: '42', soldAt: '2026-11-03T12:00:00-03:00' },
      ...{ totalCents: 10_000, status: 'completed', [field]: value },
    };
    const answer = await api.post('/v1/sales', sale).expect(422);
    await expectContract(answer, 'post', '/v1/sales');
    expect(problemIn(answer)).toMatchObject({ code: 'invalid_request', errors: [{ field }] });
    expect(problemIn(answer).errors).toHaveLength(1);
    expect(api.runs.signals).toEqual([]);
    expect(api.asked).not.toContain('sales.record');
    expectNowhere(value, api, answer);
  });

  it('does not quote the buyer’s own document or phone, whatever stands around it', async () => {
    const api = anApi({ sales: [], customers: [], wallets: new Map() });
    const buyer = { name: 'Maria Exemplo', document: '529.982.247-25', phone: '(11) 98765-4321' };
    for (const value of ['PED-52998224725', '20261103-11987654321']) {
      const sale = {
        ...{ channel: 'pos', externalId: 'PDV-1', number: '42', soldAt: '2026-11-03T12:00:00-03:00' },
        ...{ totalCents: 10_000, status: 'completed', customer: buyer, [field]: value },
      };
      const answer = await api.post('/v1/sales', sale).expect(422);
      expect(problemIn(answer)).toMatchObject({ code: 'invalid_request', errors: [{ field }] });
      expectNowhere(value, api, answer);
    }
  });
});

const COLUMNS = [
  ['id', 'id;data;total;numero', (value: string, n: number) => `${value};03/11/2026;10,00;${n}`],
  ['numero', 'numero;data;total', (value: string) => `${value};03/11/2026;10,00`],
  ['numero', 'id;data;total;numero', (value: string, n: number) => `A-${n};03/11/2026;10,00;${value}`],
] as const;

describe.each(COLUMNS)('the column %s of a file of sales: %s', (field, header, row) => {
  it.each(PERSONAL)('is not %s: %s', async (_what, value) => {
    const api = anApi({ sales: [], customers: [], wallets: new Map() });
    const file = [header, row('B-1', 1), row(value, 2), row('B-3', 3)].join('\n');
    const answer = await request(api.app)
      .post('/v1/imports?kind=sales')
      .set('authorization', `Bearer ${MY_KEY}`)
      .set('idempotency-key', 'key-1')
      .set('content-type', 'text/csv')
      .send(file)
      .expect(201);
    await expectContract(answer, 'post', '/v1/imports');
    const { id, errors } = answer.body as { id: string; errors: unknown[] };
    expect(errors).toEqual([{ row: 3, field, message: expect.stringMatching(/CPF|@|fórmula/) }]);
    expect(api.holds.imports[0]).toMatchObject({ rows: { sales: [{ row: 2 }, { row: 4 }] } });
    expect(api.runs.imports).toEqual([{ merchantId: MINE, importId: id }]);
    const read = await api.get(`/v1/imports/${id}`).expect(200);
    expect(read.body).toMatchObject({ failed: 1 });
    expectNowhere(value, api, answer, read);
  });
});
