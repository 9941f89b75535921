import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { Refusal } from '../../../src/loyalty';
import { OutcomeUnknownError } from '../../../src/runs';
import { redemptionIdOf } from '../../../src/ids';
import { anApi, problemIn } from '../an-api';
import { aReserveBody, MINE, MY_KEY } from '../builders';

const PATH = '/v1/redemptions';

describe('Idempotency-Key', () => {
  it('is required where value moves, and the refusal names the header', async () => {
    const { app, runs } = anApi();
    const answer = await request(app)
      .post(PATH)
      .set('authorization', `Bearer ${MY_KEY}`)
      .send(aReserveBody())
      .expect(422);
    expect(problemIn(answer)).toMatchObject({
      code: 'invalid_request',
      errors: [{ field: 'Idempotency-Key' }],
    });
    expect(runs.updates).toEqual([]);
  });

  it('may have 255 characters and no more', async () => {
    const { post } = anApi();
    await post(PATH, aReserveBody(), 'k'.repeat(255)).expect(201);
    await post(PATH, aReserveBody(), 'k'.repeat(256)).expect(422);
  });

  it('gives a repetition the same status and body, marked as replayed, and does nothing again', async () => {
    const { post, runs } = anApi();
    const first = await post(PATH, aReserveBody()).expect(201);
    const again = await post(PATH, aReserveBody()).expect(201);
    expect(again.body).toEqual(first.body);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(runs.updates).toHaveLength(1);
  });

  it('does not mind another order of the body’s keys', async () => {
    const { post } = anApi();
    await post(PATH, aReserveBody()).expect(201);
    const reversed = Object.fromEntries(Object.entries(aReserveBody()).reverse());
    await post(PATH, reversed).expect(201).expect('idempotency-replayed', 'true');
  });

  it('refuses the key with another body', async () => {
    const { post, runs } = anApi();
    await post(PATH, aReserveBody()).expect(201);
    const answer = await post(PATH, aReserveBody({ amountCents: 1 })).expect(422);
    expect(problemIn(answer).code).toBe('idempotency_key_reused');
    expect(runs.updates).toHaveLength(1);
  });

  it('refuses the key for another redemption in the path', async () => {
    const { post, holds } = anApi();
    holds.redemptions.push({ ...holds.redemptions[0]!, id: 'red_2' });
    await post('/v1/redemptions/red_1/confirm').expect(200);
    expect(problemIn(await post('/v1/redemptions/red_2/confirm').expect(422)).code).toBe(
      'idempotency_key_reused',
    );
  });

  it('belongs to its merchant and call: elsewhere it is a new one', async () => {
    const { post, runs } = anApi();
    await post(PATH, aReserveBody(), 'same').expect(201);
    await post('/v1/redemptions/red_1/confirm', {}, 'same').expect(200);
    expect(runs.updates.map(({ name }) => name)).toEqual(['reserve', 'confirm']);
  });

  it('lets one of many parallel requests through and tells the others to wait', async () => {
    const { post, runs } = anApi();
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    runs.behave = () => gate;
    const calls = [1, 2, 3, 4].map(() => post(PATH, aReserveBody()).then((answer) => answer));
    const answered: number[] = [];
    for (const call of calls) void call.then(({ status }) => answered.push(status) === 3 && open());
    const answers = await Promise.all(calls);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    const waiting = answers.find(({ status }) => status === 409)!;
    expect(problemIn(waiting).code).toBe('request_in_progress');
    expect(waiting.headers['retry-after']).toBe('1');
    expect(runs.updates).toHaveLength(1);
    await post(PATH, aReserveBody()).expect(201).expect('idempotency-replayed', 'true');
  });

  it('keeps a refusal of the rules', async () => {
    const { post, runs } = anApi();
    runs.behave = () => {
      throw new Refusal('insufficient_balance', { requiredCents: 950, availableCents: 100 });
    };
    const first = await post(PATH, aReserveBody()).expect(422);
    runs.behave = () => undefined;
    const again = await post(PATH, aReserveBody()).expect(422).expect('idempotency-replayed', 'true');
    expect(again.headers['content-type']).toContain('application/problem+json');
    expect(problemIn(again)).toEqual(problemIn(first));
  });

  it.each([
    ['unknown', new OutcomeUnknownError()],
    ['a defect of ours', new Error('bug')],
  ])('keeps no outcome that is not final: %s', async (_case, error) => {
    const { post, runs } = anApi();
    runs.behave = () => {
      throw error;
    };
    expect((await post(PATH, aReserveBody())).status).toBeGreaterThanOrEqual(500);
    runs.behave = () => undefined;
    const again = await post(PATH, aReserveBody()).expect(201);
    expect(again.headers['idempotency-replayed']).toBeUndefined();
  });

  it('is not spent by a request that could not be read', async () => {
    const { post } = anApi();
    await post(PATH, aReserveBody({ amountCents: -1 })).expect(422);
    await post(PATH, aReserveBody()).expect(201);
  });

  it('answers with the outcome even when the key cannot be kept', async () => {
    const { post, fails } = anApi();
    fails.set('idempotency.answer', new Error('lost'));
    await post(PATH, aReserveBody()).expect(201);
  });

  it('becomes the redemption’s id, so that the engine too meets the same request', async () => {
    const { post, runs } = anApi();
    const answer = await post(PATH, aReserveBody(), 'balcao').expect(201);
    expect((answer.body as { id: string }).id).toBe(redemptionIdOf(MINE, 'balcao'));
    expect(runs.updates[0]?.input).toEqual({
      merchantId: MINE,
      redemptionId: redemptionIdOf(MINE, 'balcao'),
    });
  });

  it('gives confirm, release and roll-back one call id each: the same for a repetition, another for another key', async () => {
    const { post, runs } = anApi();
    runs.behave = () => {
      throw new OutcomeUnknownError();
    };
    await post('/v1/redemptions/red_1/rollback', {}, 'a').expect(503);
    await post('/v1/redemptions/red_1/rollback', {}, 'a').expect(503);
    await post('/v1/redemptions/red_1/rollback', {}, 'b').expect(503);
    const [first, again, other] = runs.updates.map(({ callId }) => callId);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });
});
