import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { EngineUnavailableError } from '../../../src/runs';
import { anApi, problemIn } from '../an-api';
import type { AnApi } from '../an-api';
import { MINE, MY_KEY, THEIR_KEY } from '../builders';
import { expectContract } from '../http/contract';

const PATH = '/v1/imports';
const FILE = ['Pedido;Data;Total', 'A1;03/11/2026;10,00', 'A2;ontem;10,00', 'A3;03/11/2026;30,00'].join('\n');

function send(
  { app }: Pick<AnApi, 'app'>,
  file: string | Buffer,
  { query = 'kind=sales', key = 'key-1', type = 'text/csv' } = {},
): request.Test {
  return request(app)
    .post(`${PATH}?${query}`)
    .set('authorization', `Bearer ${MY_KEY}`)
    .set('idempotency-key', key)
    .set('content-type', type)
    .send(file);
}

describe('POST /v1/imports', () => {
  it('answers what is wrong row by row, keeps the other rows, and hands the import to its workflow', async () => {
    const api = anApi();
    const answer = await send(api, FILE).expect(201);
    await expectContract(answer, 'post', PATH);
    const { id } = answer.body as { id: string };
    expect(answer.body).toMatchObject({
      kind: 'sales',
      dryRun: false,
      state: 'running',
      total: 3,
      done: 1,
      created: 0,
      failed: 1,
      errors: [{ row: 3, field: 'Data' }],
      finishedAt: null,
    });
    expect(api.runs.imports).toEqual([{ merchantId: MINE, importId: id }]);
    expect(api.holds.imports[0]).toMatchObject({
      found: { notify: false, dryRun: false, zone: 'America/Sao_Paulo' },
      rows: { sales: [{ row: 2 }, { row: 4 }] },
    });
  });

  it('takes what the query asks for', async () => {
    const api = anApi();
    await send(api, 'CPF\n529.982.247-25', { query: 'kind=customers&dryRun=true&notify=true' }).expect(201);
    expect(api.holds.imports[0]!.found).toMatchObject({ kind: 'customers', dryRun: true, notify: true });
  });

  it('is finished at once where no row can be taken', async () => {
    const api = anApi();
    const answer = await send(api, 'CPF\n123').expect(422);
    expect(problemIn(answer).errors?.[0]?.message).toContain('"id" ou "numero"');
    const none = await send(api, 'CPF\n123', { query: 'kind=customers', key: 'k2' }).expect(201);
    expect(none.body).toMatchObject({ state: 'finished', total: 1, done: 1, failed: 1 });
    expect(api.runs.imports).toEqual([]);
  });

  it('is one import for each key, and another file or query under it is refused', async () => {
    const api = anApi();
    const first = await send(api, FILE).expect(201);
    const again = await send(api, FILE).expect(201).expect('idempotency-replayed', 'true');
    expect(again.body).toEqual(first.body);
    expect(api.holds.imports).toHaveLength(1);
    for (const other of [send(api, `${FILE}\n`), send(api, FILE, { query: 'kind=sales&dryRun=true' })])
      expect(problemIn(await other.expect(422)).code).toBe('idempotency_key_reused');
  });

  it('that Temporal could not take is started by the repetition', async () => {
    const api = anApi();
    api.runs.behave = () => {
      throw new EngineUnavailableError();
    };
    await send(api, FILE).expect(503);
    api.runs.behave = () => undefined;
    const answer = await send(api, FILE).expect(201);
    expect(api.runs.imports).toHaveLength(2);
    expect(api.holds.imports.map(({ found }) => found.id)).toEqual([(answer.body as { id: string }).id]);
  });

  it('answers which column is which, and takes a choice of them where a title does not say it', async () => {
    const file = 'Ref;Quando;Quanto;Doc;Data\nA1;03/11/2026;10,00;529.982.247-25;x';
    const api = anApi();
    const asked = await send(api, file, { query: 'kind=sales&dryRun=true' }).expect(422);
    await expectContract(asked, 'post', PATH);
    expect(asked.body).toMatchObject({
      code: 'columns_unclear',
      columns: [
        ...['Ref', 'Quando', 'Quanto', 'Doc'].map((column) => ({ column, fields: [] })),
        { column: 'Data', fields: ['soldAt'] },
      ],
      missing: [{ fields: ['externalId', 'number'] }, { fields: ['totalCents'] }],
    });
    expect(api.holds.imports).toEqual([]);
    const said = ['Ref:number', 'Quando:soldAt', 'quanto:totalCents', 'Doc:document', 'Data:ignore'];
    const query = `kind=sales&${said.map((one) => `column=${encodeURIComponent(one)}`).join('&')}`;
    const taken = await send(api, file, { query, key: 'k2' }).expect(201);
    await expectContract(taken, 'post', PATH);
    expect(taken.body).toMatchObject({
      failed: 0,
      ignoredColumns: ['Data'],
      columns: [{ fields: ['number'] }, { fields: ['soldAt'] }, {}, { fields: ['document'] }, { fields: [] }],
    });
    for (const column of ['Outra:number', 'Ref:birthDate', 'Ref'])
      expect(
        problemIn(await send(anApi(), file, { query: `kind=sales&column=${column}` }).expect(422)).errors,
      ).toMatchObject([{ field: 'column' }]);
  });

  it('needs a key and a kind', async () => {
    const { app } = anApi();
    const signed = request(app).post(`${PATH}?kind=sales`).set('authorization', `Bearer ${MY_KEY}`);
    const answer = await signed.set('content-type', 'text/csv').send(FILE).expect(422);
    expect(problemIn(answer).errors?.[0]?.field).toBe('Idempotency-Key');
    for (const [query, field] of [
      ['', 'kind'],
      ['kind=orders', 'kind'],
      ['kind=sales&dryRun=1', 'dryRun'],
      ['kind=sales&dry=true', 'dry'],
    ] as const)
      expect(problemIn(await send(anApi(), FILE, { query }).expect(422)).errors?.[0]?.field).toBe(field);
  });

  it('takes no JSON, and no file beyond 10 MB', async () => {
    const api = anApi();
    expect(problemIn(await send(api, '{}', { type: 'application/json' }).expect(415)).code).toBe(
      'unsupported_media_type',
    );
    const large = Buffer.alloc(10 * 1024 * 1024 + 1, 'x');
    expect(problemIn(await send(api, large).expect(413)).code).toBe('payload_too_large');
    expect(api.holds.imports).toEqual([]);
  });

  it('takes a file far beyond what other calls take', async () => {
    const api = anApi();
    const rows = Array.from({ length: 20_000 }, (_, index) => `S${index};03/11/2026;10,00`);
    const answer = await send(api, ['Pedido;Data;Total', ...rows].join('\n')).expect(201);
    expect(answer.body).toMatchObject({ total: 20_000, failed: 0 });
  });

  it('asks what a status means before anything is done, and takes the answer under another key', async () => {
    const api = anApi();
    const file = 'Pedido;Data;Total;Etapa\nA1;03/11/2026;10,00;Faturado\nA2;03/11/2026;10,00;Perdido';
    const asked = await send(api, file, { query: 'kind=sales&dryRun=true' }).expect(422);
    await expectContract(asked, 'post', PATH);
    expect(problemIn(asked)).toMatchObject({
      code: 'status_unclear',
      statusColumns: [{ column: 'Etapa', values: [{ value: 'Faturado', rows: 1, means: 'unknown' }, {}] }],
    });
    expect([api.holds.imports, api.runs.imports]).toEqual([[], []]);
    const query = 'kind=sales&status=etapa:faturado=completed&status=etapa:perdido=cancelled';
    const answer = await send(api, file, { query, key: 'key-2' }).expect(201);
    await expectContract(answer, 'post', PATH);
    expect(answer.body).toMatchObject({
      statusColumns: [{ column: 'Etapa', values: [{ means: 'completed' }, { means: 'cancelled' }] }],
    });
    expect(api.holds.imports[0]).toMatchObject({
      rows: { sales: [{ sale: { sourceStatus: 'completed' } }, { sale: { sourceStatus: 'cancelled' } }] },
    });
    const wrong = await send(anApi(), file, { query: 'kind=sales&status=etapa' }).expect(422);
    expect(problemIn(wrong).errors?.[0]?.field).toBe('status');
  });

  it('never lets a row into the log or an error', async () => {
    const api = anApi();
    const answer = await send(api, 'CPF;Nome\n529.982.247-26;Severina Única', {
      query: 'kind=customers',
    }).expect(201);
    expect(answer.text + api.logged()).not.toMatch(/Severina|529\.982/);
  });
});

describe('GET /v1/imports/{id}', () => {
  it('says how far an import is, to its merchant alone', async () => {
    const api = anApi();
    const body = (await send(api, FILE).expect(201)).body as { id: string };
    const path = `${PATH}/${body.id}`;
    const answer = await api.get(path).expect(200);
    await expectContract(answer, 'get', `${PATH}/{id}`);
    expect(answer.body).toEqual(body);
    const theirs = await request(api.app).get(path).set('authorization', `Bearer ${THEIR_KEY}`).expect(404);
    expect(problemIn(theirs).code).toBe('import_not_found');
  });
});
