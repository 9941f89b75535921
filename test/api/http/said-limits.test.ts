import { beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { createApiServer } from '../../../src/api';
import { anApi, problemIn } from '../an-api';
import type { AnApi } from '../an-api';
import { openApi, operationsOf, validatorFor } from './contract';
import type { OpenApi, Operation } from './contract';

/*
 * What a call refuses the document says, and the other way round: whoever sends only what the document takes is not refused for
 * it. Each of these was found by a fuzzer.
 */

let document: OpenApi;
let operations: [string, string, Operation][];
beforeAll(async () => {
  document = await openApi();
  operations = operationsOf(document);
});

/** Whether the document takes a body of a call. */
function takes(method: string, path: string, body: unknown): boolean {
  const { schema } = document.paths[path]![method]!.requestBody!.content['application/json']!;
  return validatorFor(document, schema!)(body).length === 0;
}

/** Whether the document takes a parameter of a call. */
function takesParameter(path: string, name: string, value: unknown): boolean {
  const { schema } = document.paths[path]!['get']!.parameters!.find((one) => one.name === name)!;
  return validatorFor(document, schema)(value).length === 0;
}

const refused = (answer: request.Response): boolean => answer.status === 422 && 'errors' in problemIn(answer);

/** How the same body fares with the document and with the API. */
async function both(
  api: AnApi,
  method: 'post' | 'put' | 'patch',
  [path, id]: [string, string?],
  body: object,
): Promise<boolean[]> {
  const answer = await api[method](path.replace('{id}', id ?? ''), body);
  return [takes(method, path, body), !refused(answer)];
}

const SALE = {
  ...{
    channel: 'pos',
    externalId: 'V-1',
    soldAt: '2026-11-03T12:00:00Z',
    totalCents: 1_000,
    status: 'completed',
  },
};

describe('the document', () => {
  it.each([
    ['a line break', 'a\nb', false],
    ['a delete character', 'a\u0085b', false],
    ['nothing but blanks', '  ', false],
    ['blanks around it', ' a ', true],
    ['as many characters as are taken, each of two halves', '😀'.repeat(100), true],
    ['one more', '😀'.repeat(101), false],
    ['one more that is a blank', `${'a'.repeat(100)} `, false],
  ])('takes a text as the API does: %s', async (_what, storeId, taken) => {
    expect(await both(anApi(), 'post', ['/v1/sales'], { ...SALE, storeId })).toEqual([taken, taken]);
    expect(takesParameter('/v1/vouchers/{code}', 'storeId', storeId)).toBe(taken);
  });

  it('says of every text of a call with a key which ones it takes', () => {
    const untold = operations
      .filter(([, , { security = [] }]) => security.length > 0)
      .flatMap(([method, path, { parameters = [] }]) =>
        parameters
          .map(({ name, schema }) => ({ name, schema: schema as Record<string, unknown> }))
          .filter(({ schema }) => schema['type'] === 'string')
          .filter(({ schema }) => ['pattern', 'format', 'enum'].every((word) => schema[word] === undefined))
          .map(({ name }) => `${method} ${path} ${name}`),
      );
    expect(untold).toEqual([]);
  });

  it.each([
    ['2026-11-03T12:00:00.000Z', true],
    ['2026-11-03T12:00:00.000Z_sal_7h2k', true],
    ['2026-02-30T12:00:00Z', false],
    ['', false],
    ['yesterday', false],
  ])('takes the place of a list as the API does: %s', async (before, taken) => {
    const answer = await anApi().get(`/v1/sales?before=${encodeURIComponent(before)}`);
    expect([takesParameter('/v1/sales', 'before', before), !refused(answer)]).toEqual([taken, taken]);
  });

  it('takes no empty total of a sale, which is not zero', async () => {
    expect(refused(await anApi().get('/v1/vouchers/K7QM-3XRT-9WHP?saleTotalCents='))).toBe(true);
    expect(refused(await anApi().get('/v1/vouchers/K7QM-3XRT-9WHP?saleTotalCents=0'))).toBe(false);
    expect(takesParameter('/v1/vouchers/{code}', 'saleTotalCents', 100_000_001)).toBe(false);
  });

  it.each([
    [{ amountCents: 100 }, true],
    [{ items: [{ sku: 'A' }] }, true],
    [{ amountCents: 100, items: [{ sku: 'A' }] }, false],
    [{ reason: 'Tamanho errado' }, false],
  ])('says that a return is an amount or lines: %j', (body, taken) => {
    expect(takes('post', '/v1/sales/{id}/returns', body)).toBe(taken);
  });

  it.each([
    [{ customerId: 'cus_1' }, true],
    [{ phone: '(11) 98765-4321', name: 'Ana' }, true],
    [{ customerId: 'cus_1', email: 'ana@correio.com.br' }, false],
    [{ name: 'Ana' }, false],
  ])('says that a claim names a customer or what identifies one: %j', (body, taken) => {
    expect(takes('post', '/v1/sales/{id}/customer', body)).toBe(taken);
  });

  it.each([
    ['/v1/customers/{id}', 'cus_1', {}, false],
    ['/v1/customers/{id}', 'cus_1', { segments: ['vip', 'vip'] }, false],
    ['/v1/customers/{id}', 'cus_1', { segments: ['vip!'] }, false],
    ['/v1/customers/{id}', 'cus_1', { segments: [' vip-ouro '] }, true],
    ['/v1/connections/{id}', 'con_1', {}, false],
    ['/v1/connections/{id}', 'con_1', { completedSituations: [9, 9] }, false],
  ] as const)('takes a change of %s as the API does: %s %j', async (path, id, body, taken) => {
    expect(await both(anApi(), 'patch', [path, id], body)).toEqual([taken, taken]);
  });

  it('takes no adjustment of zero', async () => {
    const body = { type: 'cashback', cents: 0, reason: 'Brinde' };
    expect(await both(anApi(), 'post', ['/v1/customers/{id}/adjustments', 'cus_1'], body)).toEqual([
      false,
      false,
    ]);
  });

  it('says which texts are a key of idempotency', () => {
    for (const [, , { parameters = [] }] of operations)
      for (const { name, schema } of parameters.filter((one) => one.name === 'Idempotency-Key')) {
        const validate = validatorFor(document, schema);
        expect([name, validate('key 1'), validate('ã').length]).toEqual([name, [], 1]);
      }
  });

  it('says what names of vouchers a program may have', () => {
    const program = { name: 'Clube', earning: { rules: [] } };
    const discount = { type: 'amount', cents: 500 };
    expect(takes('put', '/v1/program', { ...program, vouchers: { 'volta-20': { discount } } })).toBe(true);
    expect(takes('put', '/v1/program', { ...program, vouchers: { 'Volta 20': { discount } } })).toBe(false);
  });

  it('says that every address can be too long, and such a call gets a problem document', async () => {
    for (const [method, path, { responses }] of operations)
      expect([method, path, Object.keys(responses)]).toEqual([method, path, expect.arrayContaining(['431'])]);
    const server = createApiServer(anApi().app);
    const answer = await request(server).get(`/v1/sales?number=${'9'.repeat(20_000)}`);
    expect(answer.status).toBe(431);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.headers['x-request-id']).toMatch(/^[\w-]{36}$/);
    expect(problemIn(answer).code).toBe('headers_too_large');
  });
});
