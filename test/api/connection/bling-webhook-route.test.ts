import { describe, expect, it } from '@jest/globals';
import type { Request, Response } from 'express';
import request from 'supertest';
import { blingWebhookRoute } from '../../../src/api/connection/bling-webhook-route';
import type { AppDeps } from '../../../src/api/http';
import { EngineUnavailableError } from '../../../src/runs';
import { saleIdOf } from '../../../src/ids';
import { createLogger } from '../../../src/log';
import { anApi, problemIn } from '../an-api';
import {
  aBlingEvent,
  aConnection,
  BLING_FORMER_SECRET,
  BLING_SECRET,
  COMPANY_ID,
  MINE,
  NOW,
  signatureOf,
} from '../builders';
import { createFakeRuns } from '../fakes/runs';

function send(
  app: Parameters<typeof request>[0],
  body: string,
  signature = signatureOf(body, BLING_SECRET),
): request.Test {
  return request(app)
    .post('/webhooks/bling')
    .set('content-type', 'application/json')
    .set('x-bling-signature-256', signature)
    .send(body);
}

describe('webhooks of Bling', () => {
  it('wake the sale’s workflow with ids only', async () => {
    const { app, runs } = anApi();
    const answer = await send(app, aBlingEvent()).expect(202);
    expect(answer.body).toEqual({ ok: true });
    const identity = { merchantId: MINE, channel: 'bling' as const, externalId: '26737100001' };
    expect(runs.signals).toEqual([
      {
        input: { ...identity, saleId: saleIdOf(identity), connectionId: 'con_1', settleMs: 5_000 },
        hint: { eventId: '01945027-150e-72b4-0000-000000000001', kind: 'updated' },
      },
    ]);
  });

  it('take the former secret too, during a rotation', async () => {
    const { app } = anApi();
    const body = aBlingEvent();
    await send(app, body, signatureOf(body, BLING_FORMER_SECRET)).expect(202);
  });

  it.each(['', 'sha256=00', signatureOf(aBlingEvent(), 'another-secret'), signatureOf('{}', BLING_SECRET)])(
    'are refused with signature "%s"',
    async (signature) => {
      const { app, runs, asked } = anApi();
      const answer = await send(app, aBlingEvent(), signature).expect(401);
      expect(problemIn(answer).code).toBe('unauthenticated');
      expect(runs.signals).toEqual([]);
      expect(asked).toEqual([]);
    },
  );

  it('are verified over the raw bytes, whatever their type says', async () => {
    const { app } = anApi();
    const spaced = ` ${aBlingEvent()}\n`;
    await send(app, spaced).set('content-type', 'text/plain').expect(202);
    await send(app, spaced, signatureOf(spaced.trim(), BLING_SECRET)).expect(401);
  });

  const ofInvoice = (data: unknown): string => aBlingEvent({ event: 'consumer_invoice.updated', data });

  it.each([
    ...['{', '[]', 'null', '{"event":"order.updated"}', ''],
    ...[aBlingEvent({ data: {} }), ofInvoice({}), ofInvoice({ id: 'nfce-5' }), ofInvoice(null)],
  ])('are malformed as %s', async (body) => {
    const { app, runs } = anApi();
    const answer = await send(app, body).expect(400);
    expect(problemIn(answer)).toMatchObject({ code: 'invalid_request', status: 400 });
    expect(runs.signals).toEqual([]);
  });

  it('of NFC-e that come together ask the database about their company once', async () => {
    let asked = 0;
    const runs = createFakeRuns();
    const connection = aConnection({ consumerInvoicesSince: new Date(NOW) });
    const ofCompany = () => Promise.resolve(((asked += 1), connection));
    const deps: unknown = {
      ...{ runs, now: () => NOW, log: createLogger('silent'), store: { connections: { ofCompany } } },
      config: { bling: { webhookSecrets: [BLING_SECRET] } },
    };
    const { handle } = blingWebhookRoute(deps as AppDeps);
    const answers: number[] = [];
    const res = {
      status: (code: number) => ({ json: () => void answers.push(code) }),
    } as unknown as Response;
    const event = (id: number): Request => {
      const body = ofInvoice({ id });
      const get = () => signatureOf(body, BLING_SECRET);
      return { body: Buffer.from(body), get } as unknown as Request;
    };
    const come = async (id: number): Promise<void> => {
      await handle(event(id), res);
    };
    const together = () => Promise.all(Array.from({ length: 20 }, (_, n) => come(n + 1)));
    await together();
    expect(asked).toBe(1);
    // What was told once is not believed for ever: the switch may be another by then.
    await together();
    expect(asked).toBe(2);
    expect(answers).toEqual(Array.from({ length: 40 }, () => 202));
  });

  it('of an unknown company are acknowledged and ignored', async () => {
    const { app, runs, logged } = anApi();
    const answer = await send(app, aBlingEvent({ companyId: 'f'.repeat(32) })).expect(200);
    expect(answer.body).toEqual({ ok: true, ignored: 'unknown_company' });
    expect(runs.signals).toEqual([]);
    expect(logged()).toContain('f'.repeat(32));
  });

  it('of other resources are acknowledged and ignored', async () => {
    const { app, runs, asked } = anApi();
    const answer = await send(app, aBlingEvent({ event: 'stock.created', data: {} })).expect(200);
    expect(answer.body).toEqual({ ok: true, ignored: 'other_resource' });
    expect(runs.signals).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('ask the database about a company once and never again', async () => {
    const { app, asked } = anApi();
    await send(app, aBlingEvent()).expect(202);
    await send(app, aBlingEvent({ event: 'order.deleted', data: { id: 5 } })).expect(202);
    expect(asked).toEqual(['connections.ofCompany', 'connections.noteEvent']);
  });

  it('of an NFC-e do not count for those of orders, whose silence is told of', async () => {
    const { app, asked, runs } = anApi({
      connections: [aConnection({ consumerInvoicesSince: new Date(NOW) })],
    });
    await send(app, aBlingEvent({ event: 'consumer_invoice.updated', data: { id: 5 } })).expect(202);
    expect(runs.signals).toHaveLength(1);
    expect(asked).toEqual(['connections.ofCompany']);
  });

  it.each(['paused', 'disconnected'] as const)('of a %s connection are taken and let go', async (as) => {
    const held = { as, at: new Date(NOW) };
    const { app, runs, asked } = anApi({ connections: [aConnection({ held, state: as })] });
    const answer = await send(app, aBlingEvent()).expect(200);
    expect(answer.body).toEqual({ ok: true, ignored: `connection_${as}` });
    expect(runs.signals).toEqual([]);
    expect(asked).toEqual(['connections.ofCompany']);
  });

  it('of a connection that was resumed are taken again at once', async () => {
    const held = { as: 'paused' as const, at: new Date(NOW) };
    const { app, holds, runs } = anApi({ connections: [aConnection({ held, state: 'paused' })] });
    await send(app, aBlingEvent()).expect(200);
    Object.assign(holds.connections[0]!, { held: null, state: 'connected' });
    await send(app, aBlingEvent()).expect(202);
    expect(runs.signals).toHaveLength(1);
  });

  it('of a company connected after it was first ignored are taken', async () => {
    const { app, holds, runs } = anApi({ connections: [] });
    await send(app, aBlingEvent()).expect(200);
    const known = anApi().holds.connections[0]!;
    holds.connections.push({ ...known, companyId: COMPANY_ID });
    await send(app, aBlingEvent()).expect(202);
    expect(runs.signals).toHaveLength(1);
  });

  it('are answered 503 with Retry-After while Temporal is down, so that Bling sends them again', async () => {
    const { app, runs } = anApi();
    runs.behave = () => {
      throw new EngineUnavailableError();
    };
    const answer = await send(app, aBlingEvent()).expect(503);
    expect(answer.headers['retry-after']).toBe('5');
    expect(problemIn(answer).code).toBe('service_unavailable');
  });

  it('are answered 503 while the database is away and the company is not known yet', async () => {
    const { app, fails } = anApi();
    fails.set('connections.ofCompany', Object.assign(new Error('away'), { name: 'MongoNetworkError' }));
    await send(app, aBlingEvent()).expect(503);
    fails.clear();
    await send(app, aBlingEvent()).expect(202);
  });

  it('are refused unread beyond 256 KB', async () => {
    const { app, runs } = anApi();
    const answer = await send(app, aBlingEvent({ padding: 'x'.repeat(300_000) })).expect(413);
    expect(problemIn(answer).code).toBe('payload_too_large');
    expect(runs.signals).toEqual([]);
  });

  it('write nothing but a debug line when all is well, and name their request', async () => {
    const { app, logged } = anApi();
    const answer = await send(app, aBlingEvent()).set('x-request-id', 'bling-7').expect(202);
    expect(answer.headers['x-request-id']).toBe('bling-7');
    const levels = logged()
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { level: number }).level);
    expect(levels).toEqual([20]);
  });
});
