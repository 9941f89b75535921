import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { createApp, lateStore } from '../../../src/api';
import { EngineUnavailableError } from '../../../src/runs';
import { loadConfig } from '../../../src/config';
import { createLogger } from '../../../src/log';
import type { Store } from '../../../src/store';
import { anApi, problemIn } from '../an-api';
import { aBlingEvent, signatureOf } from '../builders';
import { createFakeBling } from '../fakes/bling';
import { createFakeMail } from '../fakes/mail';
import { createFakeRuns } from '../fakes/runs';

describe('health', () => {
  it('is ready when MongoDB and Temporal answer', async () => {
    const { app } = anApi();
    await request(app).get('/healthz').expect(200, { status: 'alive' });
    await request(app).get('/readyz').expect(200, { status: 'ready', unattended: [] });
  });

  it('names queues that nobody serves, and is ready all the same', async () => {
    const { app, runs } = anApi();
    runs.unattendedQueues = ['counter', 'messages'];
    await request(app)
      .get('/readyz')
      .expect(200, { status: 'ready', unattended: ['counter', 'messages'] });
  });

  it('names what is down, and stays alive', async () => {
    const { app, fails, runs } = anApi();
    fails.set('engine.ping', new Error('away'));
    runs.behave = () => {
      throw new EngineUnavailableError();
    };
    const answer = await request(app).get('/readyz').expect(503);
    expect(problemIn(answer)).toMatchObject({ code: 'service_unavailable', down: ['MongoDB', 'Temporal'] });
    expect(problemIn(answer).detail).toContain('MongoDB e Temporal não respondem');
    await request(app).get('/healthz').expect(200);
  });

  it('does not wait longer than two seconds for an engine that says nothing', async () => {
    const { app, runs } = anApi();
    runs.behave = () => new Promise(() => undefined);
    const answer = await request(app).get('/readyz').expect(503);
    expect(problemIn(answer)['down']).toEqual(['Temporal']);
  });
});

describe('an API whose database has not been reached yet', () => {
  it('lives, says what is missing, and serves once it is there', async () => {
    let opened: Store | null = null;
    const app = createApp({
      config: loadConfig({}),
      log: createLogger('silent'),
      store: lateStore(() => opened),
      runs: createFakeRuns(),
      bling: createFakeBling(),
      whatsapp: null,
      mail: createFakeMail().mail,
      now: Date.now,
    });
    const call = (): request.Test =>
      request(app).get('/v1/connections').set('authorization', 'Bearer rk_mine_0123456789');
    await request(app).get('/healthz').expect(200);
    expect(problemIn(await request(app).get('/readyz').expect(503))['down']).toEqual(['MongoDB']);
    await call().expect(503).expect('retry-after', '5');
    const body = aBlingEvent();
    await request(app)
      .post('/webhooks/bling')
      .set('x-bling-signature-256', signatureOf(body, 'local-client-secret'))
      .send(body)
      .expect(503);
    opened = anApi().store;
    await request(app).get('/readyz').expect(200);
    await call().expect(200);
  });
});
