import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { EngineUnavailableError } from '../../../src/runs';
import { anApi, problemIn } from '../an-api';
import type { AnApi } from '../an-api';
import { aConnection, MINE, MY_KEY, NOW } from '../builders';
import { expectContract } from '../http/contract';

const OF_RUN = { merchantId: MINE, connectionId: 'con_1' };

const disconnect = ({ app }: AnApi, id = 'con_1'): request.Test =>
  request(app).delete(`/v1/connections/${id}`).set('authorization', `Bearer ${MY_KEY}`);

const disconnected = () =>
  aConnection({ state: 'disconnected', held: { as: 'disconnected', at: new Date(NOW) } });

describe('a connection', () => {
  it('is paused and goes on, each written down, and its run is told', async () => {
    const { post, runs, holds } = anApi();
    const paused = await post('/v1/connections/con_1/pause').expect(200);
    await expectContract(paused, 'post', '/v1/connections/{id}/pause');
    expect(paused.body).toMatchObject({ id: 'con_1', state: 'paused' });
    const resumed = await post('/v1/connections/con_1/resume').expect(200);
    await expectContract(resumed, 'post', '/v1/connections/{id}/resume');
    expect(resumed.body).toMatchObject({ state: 'connected' });
    expect(runs.connections).toEqual([OF_RUN, OF_RUN]);
    expect(holds.audit).toMatchObject([
      { act: 'connection.pause', before: { state: 'connected' }, after: { state: 'paused' } },
      { act: 'connection.resume', before: { state: 'paused' }, after: { state: 'connected' } },
    ]);
  });

  it('that goes on has an import of its contacts go on that waited for it', async () => {
    const { post, runs } = anApi();
    const { id: importId } = (await post('/v1/connections/con_1/imports').expect(201)).body as { id: string };
    await post('/v1/connections/con_1/pause').expect(200);
    expect(runs.contactImports).toHaveLength(1);
    await post('/v1/connections/con_1/resume').expect(200);
    expect(runs.contactImports.slice(1)).toEqual([{ merchantId: MINE, importId }]);
  });

  it('is disconnected, as often as it is asked for', async () => {
    const api = anApi();
    await disconnect(api).expect(204);
    await disconnect(api).expect(204);
    expect(api.holds.connections[0]).toMatchObject({ state: 'disconnected' });
    expect(api.holds.audit[0]).toMatchObject({
      ...{ act: 'connection.disconnect', outcome: 'done', after: { state: 'disconnected' } },
    });
    expect(api.runs.connections).toEqual([OF_RUN, OF_RUN]);
  });

  it('that is disconnected is neither paused nor resumed, and nothing of it is compared', async () => {
    const { post } = anApi({ connections: [disconnected()] });
    for (const what of ['pause', 'resume'])
      expect(problemIn(await post(`/v1/connections/con_1/${what}`).expect(409)).code).toBe(
        'connection_disconnected',
      );
    const period = { from: '2026-11-02T00:00:00Z', until: '2026-11-03T00:00:00Z' };
    const refused = await post('/v1/connections/con_1/reconciliations', period).expect(409);
    expect(problemIn(refused).code).toBe('connection_disconnected');
  });

  it('that does not exist is not found', async () => {
    const api = anApi();
    for (const what of ['pause', 'resume']) await api.post(`/v1/connections/con_9/${what}`).expect(404);
    await disconnect(api, 'con_9').expect(404);
  });

  it('is paused although Temporal is away: its run looks by itself', async () => {
    const { post, runs, holds } = anApi();
    runs.behave = () => {
      throw new EngineUnavailableError();
    };
    await post('/v1/connections/con_1/pause').expect(200);
    expect(holds.connections[0]).toMatchObject({ state: 'paused' });
  });

  it('says how often it is compared, up to when, when it last had an event, and what of the day is used', async () => {
    const at = new Date(NOW);
    const { get, patch, runs } = anApi({
      connections: [aConnection({ lastEventAt: at, reconciledUntil: at })],
    });
    const answer = await get('/v1/connections').expect(200);
    await expectContract(answer, 'get', '/v1/connections');
    expect(answer.body).toMatchObject({
      data: [
        {
          ...{ reconcileEvery: 'PT15M', lastEventAt: at.toISOString(), reconciledUntil: at.toISOString() },
          quota: { usedToday: 1_300, of: 120_000 },
        },
      ],
    });
    const changed = await patch('/v1/connections/con_1', { reconcileEvery: 'PT1H' }).expect(200);
    expect(changed.body).toMatchObject({ reconcileEvery: 'PT1H' });
    expect(runs.connections).toEqual([OF_RUN]);
    const refused = await patch('/v1/connections/con_1', { reconcileEvery: 'PT1M' }).expect(422);
    expect(problemIn(refused).errors?.[0]?.field).toBe('reconcileEvery');
  });
});
