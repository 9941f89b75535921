import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { mendedText } from '../../../src/text';
import { anApi, problemIn } from '../an-api';
import type { AnApi } from '../an-api';
import { MINE, MY_KEY } from '../builders';
import { signedIn } from '../callers';
import { openApi } from './contract';
import type { OpenApi, Operation } from './contract';

/** Where in a body something can be written: `items`, `0`, `sku`. */
type Place = readonly (string | number)[];
interface Node {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Node>;
  additionalProperties?: Node | boolean;
  items?: Node;
  anyOf?: Node[];
  oneOf?: Node[];
  allOf?: Node[];
}

const PILED = `pile${'\u0301'.repeat(31)}`;
const UNSOUND = ['half\ud800', '\udc00', 'nul\0', 'bell\x07', 'line\nbreak', 'next\u0085line', PILED];

/** Every place of a schema that can hold a text. */
function textPlaces(document: OpenApi, node: Node, at: Place = []): Place[] {
  if (at.length > 12) return [];
  if (node.$ref !== undefined)
    return textPlaces(document, document.components.schemas[node.$ref.split('/').at(-1)!]!, at);
  const { properties = {}, additionalProperties, items } = node;
  const inside: [string | number, Node][] = [
    ...Object.entries(properties),
    ...(typeof additionalProperties === 'object' ? ([['free', additionalProperties]] as const) : []),
    ...(items ? ([[0, items]] as const) : []),
  ].map(([name, inner]) => [name, inner]);
  return [
    ...([node.type].flat().includes('string') ? [at] : []),
    ...inside.flatMap(([name, inner]) => textPlaces(document, inner, [...at, name])),
    ...[node.anyOf, node.oneOf, node.allOf].flatMap((forms = []) =>
      forms.flatMap((form) => textPlaces(document, form, at)),
    ),
  ];
}

/** Every object of a schema whose fields a caller names. */
function freePlaces(document: OpenApi, node: Node): Place[] {
  const named = JSON.stringify(textPlaces(document, node));
  return (JSON.parse(named) as Place[]).flatMap((place) => {
    const free = place.indexOf('free');
    return free < 0 ? [] : [place.slice(0, free)];
  });
}

/** The body with the value put in its place, whatever was there. */
function planted(body: unknown, [step, ...rest]: Place, value: unknown): unknown {
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = Array.isArray(body) ? (body as unknown[]) : [];
    return [planted(list[0], rest, value), ...list.slice(1)];
  }
  const known = typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {};
  return { ...known, [step]: planted((known as Record<string, unknown>)[step], rest, value) };
}

function fieldOf(place: Place): string {
  return place.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`),
    '',
  );
}

interface Asking {
  method: string;
  path: string;
  query?: string;
  body?: unknown;
}

const cookies = new WeakMap<AnApi, string>();

/** An owner's, who signs in once. */
function ownersCookie(api: AnApi): string {
  const cookie = cookies.get(api) ?? signedIn(api.holds, { merchantId: MINE, role: 'owner', storeIds: null });
  cookies.set(api, cookie);
  return cookie;
}

/** Asked to find out who calls. */
const WHO_CALLS = ['merchants.callerOf', 'sessions.use', 'people.get', 'people.memberships', 'merchants.get'];

async function send(api: AnApi, { method, path, query = '', body }: Asking): Promise<request.Response> {
  const agent = request(api.app) as unknown as Record<string, (path: string) => request.Test>;
  const sent = agent[method]!(`${path.replace(/\{\w+\}/g, 'x')}${query}`).set('idempotency-key', 'key-1');
  // What only a person may: one's own way in, and who else comes in.
  const own = /^\/v1\/(sessions?\b|second-factor\b|people\b|keys\b|password$)/.test(path);
  const call = own
    ? sent.set('cookie', ownersCookie(api)).set('origin', 'http://localhost:3000')
    : sent.set('authorization', `Bearer ${MY_KEY}`);
  return body === undefined ? call : call.set('content-type', 'application/json').send(JSON.stringify(body));
}

/** Refused naming the field, before anything but the key was looked at. */
async function expectRefused(api: AnApi, asking: Asking, field: string): Promise<void> {
  api.asked.length = 0;
  const answer = await send(api, asking);
  const about = `${asking.method} ${asking.path} ${field}`;
  expect([about, answer.status]).toEqual([about, 422]);
  const problem = problemIn(answer);
  expect([about, problem.code, problem.errors?.map((error) => error.field)]).toEqual([
    about,
    'invalid_request',
    [field],
  ]);
  expect([about, ...api.asked.filter((call) => !WHO_CALLS.includes(call))]).toEqual([about]);
  expect(
    [api.runs.signals, api.runs.updates, api.runs.saleUpdates, api.runs.imports, api.runs.simulations].flat(),
  ).toEqual([]);
}

async function operations(): Promise<{ document: OpenApi; calls: [string, string, Operation][] }> {
  const document = await openApi();
  const calls = Object.entries(document.paths)
    .filter(([path]) => path.startsWith('/v1/'))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]): [string, string, Operation] => [
        method,
        path,
        operation,
      ]),
    );
  return { document, calls };
}

describe('a text that cannot be stored as it is', () => {
  it('is refused in every field of every body, and nothing is done', async () => {
    const { document, calls } = await operations();
    const api = anApi();
    let fields = 0;
    for (const [method, path, { requestBody }] of calls) {
      const media = requestBody?.content['application/json'];
      if (!media?.schema) continue;
      const places = textPlaces(document, media.schema);
      for (const [index, place] of places.entries()) {
        const body = planted(media.example, place, UNSOUND[index % UNSOUND.length]);
        await expectRefused(api, { method, path, body }, fieldOf(place));
        const half = planted(media.example, place, UNSOUND[0]);
        await expectRefused(api, { method, path, body: half }, fieldOf(place));
        fields += 1;
      }
    }
    expect(fields).toBeGreaterThan(60);
  });

  it('is refused as a name that callers give, as of voucher templates', async () => {
    const { document, calls } = await operations();
    const api = anApi();
    let objects = 0;
    for (const [method, path, { requestBody }] of calls) {
      const media = requestBody?.content['application/json'];
      for (const place of media?.schema ? freePlaces(document, media.schema) : [])
        for (const name of UNSOUND) {
          const body = planted(media?.example, [...place, name], {});
          const shown = mendedText(name);
          await expectRefused(api, { method, path, body }, fieldOf([...place, shown]));
          objects += 1;
        }
    }
    expect(objects).toBeGreaterThan(0);
  });

  it('is refused in every parameter of every path and query', async () => {
    const { calls } = await operations();
    const api = anApi();
    for (const [method, path, { parameters = [], requestBody }] of calls) {
      const body = requestBody?.content['application/json']?.example;
      for (const { name, in: where } of parameters) {
        // A parameter is bytes: half a surrogate pair in it is bytes that are no UTF-8.
        if (where === 'query')
          for (const bad of ['%00', 'a%0Ab', '%C2%85', '%ED%A0%80', '%FF'])
            await expectRefused(api, { method, path, query: `?${name}=${bad}`, body }, name);
        if (where === 'path')
          await expectRefused(api, { method, path: path.replace(`{${name}}`, 'a%00b'), body }, name);
      }
    }
  });

  it('is refused as a key, which is kept', async () => {
    const api = anApi();
    const sale = {
      channel: 'pos',
      externalId: 'A1',
      soldAt: '2026-11-03T12:00:00Z',
      totalCents: 1,
      status: 'open',
    };
    for (const key of ['jo\u00e3o', 'a\tb', '\u0085']) {
      const call = request(api.app).post('/v1/sales').set('authorization', `Bearer ${MY_KEY}`);
      const answer = await call.set('idempotency-key', key).send(sale).expect(422);
      expect(problemIn(answer).errors?.map(({ field }) => field)).toEqual(['Idempotency-Key']);
    }
    expect(api.asked.filter((call) => call !== 'merchants.callerOf')).toEqual([]);
  });

  it('is not read out of bytes that are no UTF-8', async () => {
    const api = anApi();
    const bytes = Buffer.from('{"reason":"\xe9"}', 'latin1');
    const call = request(api.app)
      .post('/v1/customers/cus_1/adjustments')
      .set('authorization', `Bearer ${MY_KEY}`)
      .set('idempotency-key', 'key-1')
      .set('content-type', 'application/json');
    call.write(bytes);
    const answer = await call.expect(400);
    expect(problemIn(answer).code).toBe('invalid_request');
  });
});

describe('what a caller sends', () => {
  it('is the same text however its accents were typed', async () => {
    const api = anApi();
    const sale = (name: string): object => ({
      channel: 'pos',
      externalId: 'A1',
      soldAt: '2026-11-03T12:00:00-03:00',
      totalCents: 1_000,
      status: 'completed',
      items: [{ sku: name, totalCents: 1_000 }],
    });
    await api.post('/v1/sales', sale('ma\u0303o'), 'key-1').expect(201);
    await api.post('/v1/sales', sale('mão'), 'key-1').expect('idempotency-replayed', 'true');
    const stored = api.holds.sales.find(({ source }) => source.externalId === 'A1');
    expect(stored).toMatchObject({ merchantId: MINE, content: { items: [{ sku: 'mão' }] } });
  });

  it('is refused where one name is given twice with other accents, or lists have no end', async () => {
    const twice = { vouchers: { 'ma\u0303o': {}, mão: {} } };
    expect(problemIn(await anApi().put('/v1/program', twice).expect(422)).errors).toMatchObject([
      { field: 'vouchers.mão' },
    ]);
    const deep = `{"a":${'['.repeat(60_000)}${']'.repeat(60_000)}}`;
    const answer = await request(anApi().app)
      .post('/v1/sales')
      .set('authorization', `Bearer ${MY_KEY}`)
      .set('idempotency-key', 'key-1')
      .set('content-type', 'application/json')
      .send(deep)
      .expect(422);
    expect(problemIn(answer).errors).toMatchObject([{ field: 'a' }]);
  });
});
