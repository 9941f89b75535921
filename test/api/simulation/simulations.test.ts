import { describe, expect, it } from '@jest/globals';
import { EngineUnavailableError } from '../../../src/runs';
import { published } from '../../loyalty/program/programs';
import { aPastSale, paying, simulate } from '../../loyalty/playing/simulation/pasts';
import { anApi, problemIn } from '../an-api';
import type { AnApi } from '../an-api';
import { MINE, NOW, THEIRS } from '../builders';
import { expectContract } from '../http/contract';

const PATH = '/v1/program/simulations';
const program = {
  name: 'Clube da Loja',
  earning: { rules: [{ id: 'cashback-5', grant: { type: 'cashback', rateBps: 500 } }] },
};
const versions = [{ merchantId: MINE, version: 3, program: published(program), publishedAt: new Date(NOW) }];
const RESULT = simulate({ sales: [aPastSale('s1', '2026-03-10', 10_000)] }, paying(500), paying(300));

describe('simulations', () => {
  it('begin over the last twelve months, against the current version', async () => {
    const { post, holds, runs } = anApi({ programs: versions });
    const answer = await post(PATH, { program }).expect(201);
    await expectContract(answer, 'post', PATH);
    expect(answer.body).toMatchObject({
      id: 'sim_1',
      state: 'running',
      against: 3,
      from: '2025-11-04T03:00:00.000Z',
      end: new Date(NOW).toISOString(),
      progress: { done: 0, total: 0 },
    });
    expect(runs.simulations).toEqual([{ merchantId: MINE, simulationId: 'sim_1' }]);
    expect(holds.simulations[0]?.draft.redemption.maxShareBps).toBe(10_000);
  });

  it('begin over the days asked for, in the draft’s zone', async () => {
    const { post } = anApi();
    const body = {
      program: { ...program, timezone: 'America/Manaus' },
      from: '2026-01-01',
      until: '2026-06-30',
    };
    expect((await post(PATH, body).expect(201)).body).toMatchObject({
      against: null,
      from: '2026-01-01T04:00:00.000Z',
      end: '2026-07-01T04:00:00.000Z',
    });
  });

  it.each([
    [{ from: '2026-02-01', until: '2026-01-31' }, 'from'],
    [{ until: '2026-11-04' }, 'until'],
    [{ from: '2021-11-02' }, 'from'],
    [{ from: '01/02/2026' }, 'from'],
    [{ program: { ...program, earning: { rules: [{ id: 'x' }] } } }, 'earning.rules[0].grant'],
    [{ program: { ...program, holding: { after: 'P' } } }, 'holding.after'],
    [{ since: '2026-01-01' }, 'since'],
  ])('are refused with %p, naming the field', async (change, field) => {
    const { post, holds, runs } = anApi();
    const answer = await post(PATH, { program, ...change }).expect(422);
    expect(problemIn(answer).errors?.[0]?.field).toBe(field);
    expect([holds.simulations, runs.simulations]).toEqual([[], []]);
  });

  it('leave nothing behind when Temporal does not take them', async () => {
    const { post, holds, runs } = anApi();
    runs.behave = () => {
      throw new EngineUnavailableError();
    };
    expect(problemIn(await post(PATH, { program }).expect(503)).code).toBe('service_unavailable');
    expect(holds.simulations).toEqual([]);
  });

  it('answer with their outcome once they have finished', async () => {
    const api = await begun();
    Object.assign(api.holds.simulations[0]!, {
      state: 'finished',
      result: RESULT,
      progress: { done: 2, total: 2 },
      finishedAt: new Date(NOW),
    });
    const answer = await api.get(`${PATH}/sim_1`).expect(200);
    await expectContract(answer, 'get', `${PATH}/{id}`);
    expect(answer.body).toMatchObject({ state: 'finished', result: { difference: { totalCents: -200 } } });
  });

  it('say why they have failed, and fail when nobody can be working on them any more', async () => {
    const api = await begun();
    Object.assign(api.holds.simulations[0]!, { state: 'failed', failure: 'too_many_sales' });
    const failed = await api.get(`${PATH}/sim_1`).expect(200);
    await expectContract(failed, 'get', `${PATH}/{id}`);
    expect(failed.body).toMatchObject({ state: 'failed', failure: { code: 'too_many_sales' } });

    const abandoned = await begun();
    abandoned.clock.now = NOW + 14 * 3_600_000;
    expect((await abandoned.get(`${PATH}/sim_1`).expect(200)).body).toMatchObject({
      state: 'failed',
      failure: { code: 'not_finished_in_time' },
    });
  });

  it('are five at a time at most', async () => {
    const { post, holds, runs } = anApi();
    for (let count = 0; count < 5; count += 1) await post(PATH, { program }).expect(201);
    const answer = await post(PATH, { program }).expect(409);
    await expectContract(answer, 'post', PATH);
    expect(problemIn(answer).code).toBe('simulations_running');
    expect(runs.simulations).toHaveLength(5);
    Object.assign(holds.simulations[0]!, { state: 'finished' });
    await post(PATH, { program }).expect(201);
  });

  it('of another merchant do not exist', async () => {
    const { get, holds } = await begun();
    Object.assign(holds.simulations[0]!, { merchantId: THEIRS });
    expect(problemIn(await get(`${PATH}/sim_1`).expect(404)).code).toBe('simulation_not_found');
  });
});

async function begun(): Promise<AnApi> {
  const api = anApi();
  await api.post(PATH, { program }).expect(201);
  return api;
}
