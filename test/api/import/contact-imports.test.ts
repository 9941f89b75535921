import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { EngineUnavailableError } from '../../../src/runs';
import { anApi, problemIn } from '../an-api';
import type { AnApi } from '../an-api';
import { MINE, MY_KEY, THEIR_KEY } from '../builders';
import { expectContract } from '../http/contract';

const PATH = '/v1/connections/{id}/imports';

function start({ app }: Pick<AnApi, 'app'>, query = '', { key = 'key-1', by = MY_KEY } = {}): request.Test {
  return request(app)
    .post(`/v1/connections/con_1/imports${query}`)
    .set('authorization', `Bearer ${by}`)
    .set('idempotency-key', key);
}

function move({ app }: Pick<AnApi, 'app'>, id: string, what: string, by = MY_KEY): request.Test {
  return request(app).post(`/v1/imports/${id}/${what}`).set('authorization', `Bearer ${by}`);
}

const idOf = (answer: request.Response): string => (answer.body as { id: string }).id;

describe('POST /v1/connections/{id}/imports', () => {
  it('begins an import of all contacts, hands it to its run, and says who did so', async () => {
    const api = anApi();
    const answer = await start(api).expect(201);
    await expectContract(answer, 'post', PATH);
    expect(answer.body).toMatchObject({
      ...{ kind: 'contacts', connectionId: 'con_1', cause: 'person', state: 'running', history: null },
      progress: { page: 1, estimatedTotal: null, secondsLeft: null },
      quota: { calls: 0, day: { used: 1_300, of: 120_000 } },
    });
    expect(api.runs.contactImports).toEqual([{ merchantId: MINE, importId: idOf(answer) }]);
    expect(api.holds.audit.at(-1)).toMatchObject({ act: 'import.contacts' });
  });

  it('is the same import under the same key, and one at a time under others', async () => {
    const api = anApi();
    const first = await start(api).expect(201);
    expect(idOf(await start(api).expect(201))).toBe(idOf(first));
    const other = await start(api, '', { key: 'key-2' }).expect(409);
    expect(problemIn(other)).toMatchObject({ code: 'import_open', importId: idOf(first) });
    expect(api.holds.contactImports).toHaveLength(1);
  });

  it('is begun by the same call again where its run was not reached', async () => {
    const api = anApi();
    api.runs.behave = () => {
      throw new EngineUnavailableError();
    };
    await start(api).expect(503);
    api.runs.behave = () => undefined;
    await start(api).expect(201);
    expect(api.runs.contactImports).toHaveLength(2);
    expect(api.holds.contactImports).toHaveLength(1);
  });

  it('reads past orders, from so far back until the company was connected', async () => {
    const api = anApi();
    const answer = await start(api, '?history=P12M&earn=true').expect(201);
    const { createdAt } = api.holds.connections[0]!;
    const { history } = answer.body as { history: { from: string; to: string } };
    expect(history).toMatchObject({ to: createdAt.toISOString().slice(0, 10), earn: true });
    expect(history.from < history.to).toBe(true);
    expect(api.holds.contactImports[0]!.history).toMatchObject({ unchangedSince: createdAt });
  });

  it.each([
    ['?history=P13M', 'history', 'P12M'],
    ['?history=P366D', 'history', 'P365D'],
    ['?history=P0D', 'history', 'P1D'],
    ['?history=PT36H', 'history', 'inteiros'],
    ['?history=ontem', 'history', 'inteiros'],
    ['?earn=true', 'earn', 'history'],
  ])('refuses %s with words', async (query, field, words) => {
    const api = anApi();
    const { errors } = problemIn(await start(api, query).expect(422));
    expect(errors).toMatchObject([{ field }]);
    expect(errors![0]!.message).toContain(words);
    expect(api.runs.contactImports).toEqual([]);
  });

  it('needs a connection of the merchant that is authorised', async () => {
    const api = anApi();
    expect(problemIn(await start(api, '', { by: THEIR_KEY }).expect(404)).code).toBe('connection_not_found');
    api.holds.connections[0]!.state = 'needs_authorization';
    expect(problemIn(await start(api).expect(409)).code).toBe('bling_authorization_needed');
  });
});

describe('an import of contacts', () => {
  it('is paused, goes on and is cancelled, each as often as it is said; its run is told each time', async () => {
    const api = anApi();
    const id = idOf(await start(api).expect(201));
    for (const [what, state] of [
      ['pause', 'paused'],
      ['pause', 'paused'],
      ['resume', 'running'],
      ['cancel', 'cancelled'],
      ['cancel', 'cancelled'],
    ] as const) {
      const answer = await move(api, id, what).expect(200);
      await expectContract(answer, 'post', `/v1/imports/{id}/${what}`);
      expect(answer.body).toMatchObject({ id, state });
    }
    expect(api.runs.contactImports).toHaveLength(6);
    expect(api.holds.audit.map(({ act }) => act)).toEqual(
      expect.arrayContaining(['import.pause', 'import.resume', 'import.cancel']),
    );
    expect(problemIn(await move(api, id, 'resume').expect(409)).code).toBe('import_ended');
  });

  it('is nobody else’s, and no import of a file', async () => {
    const api = anApi();
    const id = idOf(await start(api).expect(201));
    expect(problemIn(await move(api, id, 'pause', THEIR_KEY).expect(404)).code).toBe('import_not_found');
    const file = await request(api.app)
      .post('/v1/imports?kind=customers')
      .set('authorization', `Bearer ${MY_KEY}`)
      .set('idempotency-key', 'file')
      .set('content-type', 'text/csv')
      .send('CPF\n529.982.247-25')
      .expect(201);
    expect(problemIn(await move(api, idOf(file), 'cancel').expect(409)).code).toBe('import_of_a_file');
  });

  it('is read and listed among those of files, the newest first', async () => {
    const api = anApi();
    const id = idOf(await start(api).expect(201));
    const get = (path: string) => request(api.app).get(path).set('authorization', `Bearer ${MY_KEY}`);
    const one = await get(`/v1/imports/${id}`).expect(200);
    await expectContract(one, 'get', '/v1/imports/{id}');
    expect(one.body).toMatchObject({ id, kind: 'contacts' });
    await request(api.app)
      .post('/v1/imports?kind=customers')
      .set('authorization', `Bearer ${MY_KEY}`)
      .set('idempotency-key', 'file')
      .set('content-type', 'text/csv')
      .send('CPF\n529.982.247-25')
      .expect(201);
    const list = await get('/v1/imports?limit=1').expect(200);
    await expectContract(list, 'get', '/v1/imports');
    const whole = await get('/v1/imports').expect(200);
    const { data } = whole.body as { data: { kind: string }[] };
    expect(data.map(({ kind }) => kind).sort()).toEqual(['contacts', 'customers']);
  });
});
