import { afterEach, describe, expect, it } from '@jest/globals';
import { BlingApiError, createBlingClient } from '../../../src/bling';
import type { BlingClient, BlingClientOptions } from '../../../src/bling';
import { startLocalServer, unusedUrl } from '../local-server';
import type { LocalServer, Reply } from '../local-server';
import { errorJson, orderJson } from '../samples';

const ACCOUNT = { connectionId: 'connection-1', companyId: 'company-1' };
const PAGE = '<!doctype html><h1>Maria 529.982.247-25</h1>';
let server: LocalServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

function clientOf(apiUrl: string, more: Partial<BlingClientOptions> = {}): BlingClient {
  const token = (): Promise<string> => Promise.resolve('secret-token');
  const nothing = (): Promise<void> => Promise.resolve();
  const tokens = { requireHope: () => Promise.resolve(), accessToken: token, refreshAfter401: token };
  return createBlingClient({
    apiUrl,
    tokens,
    limiter: {
      take: () => Promise.resolve(0),
      answered: nothing,
      unanswered: nothing,
      refused: nothing,
      erred: nothing,
      standBack: () => Promise.resolve(null),
    },
    ...more,
  });
}

/** The error of reading an order that is answered so. */
async function failure(reply: Reply, more: Partial<BlingClientOptions> = {}): Promise<BlingApiError> {
  server = await startLocalServer(() => reply);
  return caught(clientOf(server.url, more));
}

async function caught(client: BlingClient): Promise<BlingApiError> {
  const error: unknown = await client.getOrder(ACCOUNT, '26737100001').then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof BlingApiError)) throw new Error('expected a BlingApiError');
  return error;
}

describe('a refusal by Bling', () => {
  it('for a missing scope is permanent', async () => {
    await expect(failure({ status: 403, json: errorJson('insufficient_scope') })).resolves.toMatchObject({
      kind: 'forbidden',
      permanent: true,
      status: 403,
      type: 'insufficient_scope',
    });
  });

  it('of the request is permanent, and says by type, code and element what is wrong', async () => {
    const fields = [
      {
        code: 49,
        msg: 'Maria 52998224725',
        element: 'parcelas',
        namespace: 'VENDAS',
        collection: [{ index: 1, code: 12, msg: 'x', element: 'formaPagamento', namespace: 'VENDAS' }],
      },
    ];
    const error = await failure({
      status: 400,
      json: errorJson('VALIDATION_ERROR', { fields }),
      headers: { 'x-amzn-RequestId': 'request-7' },
    });
    expect(error).toMatchObject({
      kind: 'rejected',
      permanent: true,
      type: 'VALIDATION_ERROR',
      requestId: 'request-7',
    });
    expect(error.fields).toEqual([
      { code: 49, element: 'parcelas', namespace: 'VENDAS' },
      { code: 12, element: 'formaPagamento', namespace: 'VENDAS' },
    ]);
    expect(error.message).toBe(
      'Bling: could not read order (400 VALIDATION_ERROR): the request is not acceptable to Bling; this needs a correction of the call.',
    );
    expect(JSON.stringify(error)).not.toMatch(/Maria|529|secret/);
  });

  it('in the flat form of OAuth is understood as well', async () => {
    await expect(
      failure({ status: 403, json: { error: 'insufficient_scope', error_description: 'x' } }),
    ).resolves.toMatchObject({ kind: 'forbidden', type: 'insufficient_scope' });
  });

  it('with fields of an unknown shape is still a refusal', async () => {
    await expect(
      failure({ status: 422, json: errorJson('VALIDATION_ERROR', { fields: 'none', message: 7 }) }),
    ).resolves.toMatchObject({ kind: 'rejected', fields: [] });
  });
});

describe('the limits of Bling', () => {
  it('per second ask for a short pause', async () => {
    await expect(
      failure({ status: 429, json: errorJson('TOO_MANY_REQUESTS', { limit: 3, period: 'second' }) }),
    ).resolves.toMatchObject({ kind: 'rate_limited', permanent: false, retryAfterMs: 1_000 });
  });

  it('per day ask for a look every hour until tomorrow in Brasília', async () => {
    const reply: Reply = {
      status: 429,
      json: errorJson('TOO_MANY_REQUESTS', { limit: 120_000, period: 'day' }),
    };
    const noon = await failure(reply, { now: () => Date.UTC(2026, 10, 20, 15) });
    expect(noon).toMatchObject({ kind: 'day_quota', permanent: false, retryAfterMs: 3_600_000 });
    await server?.close();
    const lastMinute = await failure(reply, { now: () => Date.UTC(2026, 10, 21, 2, 59) });
    expect(lastMinute.retryAfterMs).toBe(60_000);
  });

  it('as a page ask for as long as an IP block lasts', async () => {
    await expect(failure({ status: 429, text: PAGE })).resolves.toMatchObject({
      kind: 'rate_limited',
      retryAfterMs: 600_000,
    });
  });
});

describe('an answer that is not Bling speaking', () => {
  it.each<[string, Reply]>([
    ['a server error', { status: 500, json: errorJson('SERVER_ERROR') }],
    ['a gateway page', { status: 503, text: PAGE }],
    ['a request timeout', { status: 408, json: errorJson('X') }],
    ['a 404 page', { status: 404, text: PAGE }],
    ['a 404 of a gateway', { status: 404, json: { message: 'no Route matched' } }],
    ['a page of a 400', { status: 400, text: '' }],
    ['a reset', 'reset'],
    ['a body cut off', { cutAfter: '{"data":{"id":1' }],
  ])('such as %s is a passing failure and says nothing about the order', async (_what, reply) => {
    await expect(failure(reply)).resolves.toMatchObject({ kind: 'unavailable', permanent: false });
  });

  it('such as an IP block asks for as long as the block lasts', async () => {
    await expect(failure({ status: 403, text: PAGE })).resolves.toMatchObject({
      kind: 'unavailable',
      permanent: false,
      retryAfterMs: 600_000,
    });
  });

  it('such as a success of another shape is a passing failure that names the place, not the value', async () => {
    const shape = await failure({ json: { data: orderJson({ id: 'Maria' }) } });
    expect(shape).toMatchObject({ kind: 'invalid_answer', permanent: false, type: 'at data.id' });
    expect(shape.message).not.toContain('Maria');
  });

  it.each<[string, Reply, string]>([
    ['a page', { text: PAGE }, 'not JSON'],
    ['half an object', { text: '{"data":{"id":26737100001,"tot' }, 'not JSON'],
    ['an empty body', { text: '' }, 'not JSON'],
    ['nothing under data', { json: {} }, 'at data'],
    ['a list in place of the order', { json: { data: [] } }, 'at data'],
    ['no object at all', { json: null }, 'at data'],
  ])('such as a success with %s is no order', async (_what, reply, type) => {
    await expect(failure(reply)).resolves.toMatchObject({ kind: 'invalid_answer', permanent: false, type });
  });

  it('such as a 404 of another type does not delete an order', async () => {
    await expect(failure({ status: 404, json: errorJson('UNKNOWN_ERROR') })).resolves.toMatchObject({
      kind: 'invalid_answer',
      permanent: false,
    });
  });

  it('that never comes ends at the time limit', async () => {
    await expect(failure('silence', { timeoutMs: 100 })).resolves.toMatchObject({
      kind: 'timeout',
      permanent: false,
    });
  });

  it('because nobody listens tells the reason', async () => {
    await expect(caught(clientOf(await unusedUrl()))).resolves.toMatchObject({
      kind: 'unavailable',
      type: 'ECONNREFUSED',
      permanent: false,
    });
  });
});

describe('the log', () => {
  it('tells each failure by ids and kinds, and nothing of a deleted order', async () => {
    const lines: unknown[] = [];
    const log = { warn: (details: object, message: string) => lines.push({ ...details, message }) };
    server = await startLocalServer((_request, earlier) =>
      earlier === 0
        ? { status: 404, json: errorJson('RESOURCE_NOT_FOUND') }
        : { status: 503, text: PAGE, headers: { 'x-amzn-requestid': 'request-7' } },
    );
    const client = clientOf(server.url, { log });
    await client.getOrder(ACCOUNT, '1');
    await caught(client);
    expect(lines).toEqual([
      {
        message: 'Bling call failed',
        ...ACCOUNT,
        operation: 'read order',
        kind: 'unavailable',
        status: 503,
        requestId: 'request-7',
        type: undefined,
        retryAfterMs: undefined,
      },
    ]);
  });
});

describe('an order of an odd shape', () => {
  it('is read all the same: unknown fields dropped, numbers as text, unset values in every spelling', async () => {
    const odd = orderJson({
      id: '26737100001',
      numero: '13726',
      data: '2026-11-20 10:00:00',
      situacao: { id: '9', valor: '1' },
      total: '230.00',
      novidade: { a: 1 },
      desconto: [],
      transporte: '',
      loja: { id: null },
      itens: '',
      numeroLoja: null,
    });
    server = await startLocalServer(() => ({ json: { data: odd } }));
    await expect(clientOf(server.url).getOrder(ACCOUNT, '1')).resolves.toEqual({
      id: '26737100001',
      invoiceId: null,
      number: '13726',
      marketplaceNumber: null,
      date: '2026-11-20',
      contactId: '16693257776',
      storeId: null,
      situation: { id: 9, value: 1 },
      total: '230.00',
      freight: null,
      otherExpenses: 0,
      discount: null,
      items: [],
    });
  });
});
