import { beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { anApi } from '../an-api';
import { mountedRoutes } from '../mounted-routes';
import { openApi, operationsOf, validatorFor } from './contract';
import type { OpenApi, Operation } from './contract';

/** POSTs that only look. */
const MOVES_NOTHING = new Set([
  ...[
    '/v1/activation/checks',
    '/v1/activation/reference-sale',
    '/v1/activation/go-live',
    '/v1/activation/pause',
    '/v1/activation/test-message',
    '/v1/connections/{id}/preview',
    '/v1/connections/{id}/test-sale',
    '/v1/connections/{id}/pause',
    '/v1/connections/{id}/resume',
    '/v1/program/simulations',
    '/v1/program/try',
    '/v1/program/preview',
    '/v1/stores',
    '/v1/people',
    '/v1/keys',
    '/v1/suppressions',
  ],
  ...['/v1/session', '/v1/invitations/look', '/v1/invitations/accept', '/v1/password-resets'],
  ...['/v1/password-resets/complete', '/v1/second-factor', '/v1/second-factor/confirm'],
  ...['/v1/second-factor/remove', '/v1/password'],
  ...['pause', 'resume', 'cancel'].map((move) => `/v1/imports/{id}/${move}`),
]);

/** What anybody may call. */
const isOpen = (named: string): boolean =>
  /^post \/v1\/(?:session|invitations\/\w+|password-resets(?:\/complete)?)$/.test(named);

describe('openapi.json', () => {
  let document: OpenApi;
  let operations: [string, string, Operation][];

  beforeAll(async () => {
    document = await openApi();
    operations = operationsOf(document);
  });

  it('is OpenAPI 3.1', () => {
    expect(document.openapi).toBe('3.1.0');
  });

  it('documents every route, and no other', () => {
    const documented = operations.map(([method, path]) => `${method} ${path}`);
    expect(documented.sort()).toEqual([...mountedRoutes(anApi().app), 'get /docs'].sort());
  });

  it('has every call of the contract that exists so far', () => {
    expect(operations.map(([method, path]) => `${method} ${path}`)).toEqual(
      expect.arrayContaining([
        'get /healthz',
        'get /readyz',
        'post /webhooks/bling',
        'get /webhooks/whatsapp',
        'post /webhooks/whatsapp',
        'get /integrations/bling/authorize',
        'get /integrations/bling/connect',
        'get /integrations/bling/callback',
        'get /v1/activation',
        'post /v1/activation/checks',
        'post /v1/activation/reference-sale',
        'post /v1/activation/test-message',
        'post /v1/activation/go-live',
        'post /v1/activation/pause',
        'get /v1/connections',
        'patch /v1/connections/{id}',
        'get /v1/connections/{id}/account',
        'post /v1/connections/{id}/preview',
        'post /v1/connections/{id}/test-sale',
        'delete /v1/connections/{id}',
        'post /v1/connections/{id}/pause',
        'post /v1/connections/{id}/resume',
        'post /v1/connections/{id}/reconciliations',
        'get /v1/connections/{id}/reconciliations',
        'get /v1/reconciliations/{id}',
        'post /v1/program/simulations',
        'get /v1/program/simulations/{id}',
        'get /v1/program',
        'get /v1/program/regulation',
        'put /v1/program',
        'get /v1/sales',
        'get /v1/sales/{id}',
        'get /v1/sales/{id}/run',
        'post /v1/sales',
        'post /v1/imports',
        'get /v1/imports/{id}',
        'patch /v1/customers/{id}',
        'get /v1/customers',
        'get /v1/customers/{id}',
        'get /v1/customers/{id}/wallet',
        'get /v1/customers/{id}/statement',
        'post /v1/redemptions',
        'get /v1/redemptions/{id}',
        'post /v1/redemptions/{id}/confirm',
        'post /v1/redemptions/{id}/release',
        'post /v1/redemptions/{id}/rollback',
        'get /v1/vouchers/{code}',
        'get /v1/vouchers/{code}/attempts',
        'post /v1/vouchers/{code}/reserve',
        'post /v1/vouchers/{code}/redeem',
        'post /v1/vouchers/{code}/release',
        'post /v1/vouchers/{code}/rollback',
        'post /v1/sales/{id}/returns',
        'post /v1/sales/{id}/customer',
        'get /v1/ledger/verify',
        'get /v1/alerts',
        'get /v1/messages',
        'get /v1/messages/{id}',
        'get /v1/counter',
        'get /v1/attempts',
        'get /v1/overview',
        'get /v1/imports',
        'get /v1/reports/liability',
        'get /v1/reports/activity',
        'get /v1/reports/returning',
        'get /v1/reports/messages',
        'get /v1/messages/previews',
        'get /v1/messages/texts',
        'put /v1/messages/texts',
        'get /v1/reports/movements',
        'get /v1/reports/lots',
        'get /v1/customers/{id}/page',
        'get /v1/customers/{id}/purchases',
        'get /v1/customers/{id}/merges/preview',
        'post /v1/program/try',
        'post /v1/program/preview',
        'get /v1/program/versions',
        'get /v1/program/versions/{version}',
        'post /v1/customers',
        'get /v1/customers/{id}/consents',
        'post /v1/customers/{id}/consents',
        'get /v1/customers/{id}/link',
        'post /v1/customers/{id}/link',
        'post /v1/suppressions',
        'get /u/{token}',
        'post /u/{token}',
        'get /c/{token}',
        'post /c/{token}',
      ]),
    );
  });

  it('resolves every reference', () => {
    const references = JSON.stringify(document).match(/"\$ref":"[^"]+"/g) ?? [];
    expect(references.length).toBeGreaterThan(0);
    for (const reference of new Set(references)) {
      const name = /#\/components\/schemas\/(\w+)/.exec(reference)?.[1] ?? '';
      expect(Object.keys(document.components.schemas)).toContain(name);
    }
  });

  it('asks for a key or a session on every call of /v1, and for nothing on the others but authorisation', () => {
    for (const [method, path, { security }] of operations) {
      const secured = path.startsWith('/v1/') || path === '/integrations/bling/authorize';
      const named = `${method} ${path}`;
      const personal = /^\/v1\/(?:session|second-factor|password$|people|keys)/.test(path);
      const keys = personal ? [] : [{ apiKey: [] }];
      const open = !secured || isOpen(named);
      expect([named, security]).toEqual([named, open ? [] : [...keys, { session: [] }]]);
    }
    expect(Object.keys(document.components.securitySchemes)).toEqual(['apiKey', 'session']);
  });

  it('says of every call that asks for a key or session what it has to be allowed, and who is', () => {
    for (const [method, path, operation] of operations.filter(([, , { security }]) => security?.length)) {
      const { 'x-permission': permission, description, responses } = operation;
      const said = permission === 'signed-in' ? 'about themselves' : `Permission \`${permission}\`: owner`;
      expect([method, path, description]).toEqual([method, path, expect.stringContaining(said)]);
      const refuses = permission !== 'signed-in' || method !== 'get';
      expect([method, path, '403' in responses]).toEqual([method, path, refuses]);
    }
  });

  it('gives each call an id of its own and declares what its path names', () => {
    const ids = operations.map(([, , { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, path, { parameters = [] }] of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(named);
    }
  });

  it('asks for an Idempotency-Key wherever value moves', () => {
    for (const [method, path, { parameters = [] }] of operations) {
      if (method !== 'post' || !path.startsWith('/v1/') || path === '/v1/session') continue;
      const key = expect.objectContaining({ name: 'Idempotency-Key', in: 'header', required: true });
      if (MOVES_NOTHING.has(path)) expect(parameters).not.toContainEqual(key);
      else expect(parameters).toContainEqual(key);
    }
  });

  it('documents the problems of every call of /v1, internal errors and outages among them', () => {
    for (const [method, path, { responses }] of operations) {
      if (!path.startsWith('/v1/')) continue;
      const known = isOpen(`${method} ${path}`) ? [] : ['401'];
      expect(Object.keys(responses)).toEqual(expect.arrayContaining([...known, '500', '503']));
    }
  });

  it('shows examples that its own schemas accept', () => {
    const media = operations.flatMap(([method, path, { requestBody, responses }]) =>
      [requestBody, ...Object.values(responses)].flatMap((one) =>
        Object.values(one?.content ?? {}).map((content) => ({ of: `${method} ${path}`, ...content })),
      ),
    );
    for (const { of, schema, example, examples } of media) {
      const validate = validatorFor(document, schema ?? {});
      const values = [
        ...(example === undefined ? [] : [example]),
        ...Object.values(examples ?? {}).map(({ value }) => value),
      ];
      for (const value of values) expect([of, validate(value)]).toEqual([of, []]);
    }
  });
});

describe('the documentation page', () => {
  it('is served whole from this process, without the internet', async () => {
    const { app } = anApi();
    const page = await request(app).get('/docs/').expect(200);
    const assets = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]!);
    expect(assets.length).toBeGreaterThan(3);
    for (const asset of assets) {
      expect(asset).toMatch(/^\.\//);
      await request(app)
        .get(`/docs/${asset.slice(2)}`)
        .expect(200);
    }
    const start = await request(app).get('/docs/swagger-ui-init.js').expect(200);
    expect(start.text).toContain('/openapi.json');
  });

  it('does not make browsers ask for https where there is only http', async () => {
    const page = await request(anApi().app).get('/docs/').expect(200);
    expect(page.headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
  });
});
