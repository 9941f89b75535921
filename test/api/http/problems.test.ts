import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { Refusal } from '../../../src/loyalty';
import type { RefusalCode, RefusalFacts } from '../../../src/loyalty';
import { EngineUnavailableError, OutcomeUnknownError, ProgramNotAsPublishedError } from '../../../src/runs';
import { ForgedProgramError } from '../../../src/store';
import { updateError } from '../../../src/runs/errors';
import { anApi, problemIn } from '../an-api';
import { aReserveBody, MY_KEY } from '../builders';

describe('problem documents', () => {
  it('have type, title, status, code and detail, and say so in their content type', async () => {
    const { get } = anApi();
    const answer = await get('/v1/sales/sal_nowhere').expect(404);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(problemIn(answer)).toEqual({
      type: 'urn:retorno:problem:sale_not_found',
      title: 'Venda não encontrada',
      status: 404,
      code: 'sale_not_found',
      detail: expect.stringContaining('não existe nesta conta'),
    });
  });

  it.each<[RefusalCode, number, RefusalFacts, string]>([
    ['insufficient_balance', 422, { requiredCents: 1500, availableCents: 1000 }, 'R$ 15,00'],
    ['insufficient_balance', 422, { requiredPoints: 1500, availablePoints: 1000 }, '1.500 pontos'],
    ['below_min_sale', 422, { minSaleCents: 5000, saleTotalCents: 4200 }, 'R$ 50,00'],
    ['above_max_share', 422, { maxCents: 3000, requestedCents: 4500 }, 'R$ 30,00'],
    ['reservation_expired', 410, {}, 'nova reserva'],
    ['rollback_window_closed', 410, {}, 'prazo'],
    ['already_rolled_back', 409, {}, 'já foi desfeito'],
    ['voucher_already_redeemed', 409, {}, 'já foi usado e não tem usos restantes'],
    ['invalid_request', 422, { state: 'released' }, 'liberado'],
    ['customer_not_found', 404, {}, 'não existe'],
  ])(
    'carry the refusal %s of the rules with its numbers (R30, R32, R33)',
    async (code, status, facts, words) => {
      const { post, runs } = anApi();
      runs.behave = () => {
        throw new Refusal(code, facts);
      };
      const answer = await post('/v1/redemptions', aReserveBody()).expect(status);
      expect(problemIn(answer)).toMatchObject({ code, ...facts });
      expect(problemIn(answer).detail).toContain(words);
    },
  );

  it('never let a refusal’s facts replace their own members', async () => {
    const { post, runs } = anApi();
    runs.behave = () => {
      throw new Refusal('above_max_share', { status: 200, code: 'ok', title: 'x' });
    };
    const answer = await post('/v1/redemptions', aReserveBody()).expect(422);
    expect(problemIn(answer)).toMatchObject({ status: 422, code: 'above_max_share' });
  });

  it.each([
    ['engine down', new EngineUnavailableError(), 'service_unavailable', '5'],
    ['program changed by hand', new ForgedProgramError('mer_1', 3), 'service_unavailable', '300'],
    ['met by a step', new ProgramNotAsPublishedError(3, null), 'service_unavailable', '300'],
    ['outcome unknown', new OutcomeUnknownError(), 'outcome_unknown', '2'],
  ])('say when to repeat with the same key: %s', async (_case, error, code, retryAfter) => {
    const { post, runs } = anApi();
    runs.behave = () => {
      throw error;
    };
    const answer = await post('/v1/redemptions', aReserveBody()).expect(503);
    expect(answer.headers['retry-after']).toBe(retryAfter);
    expect(problemIn(answer).code).toBe(code);
    expect(problemIn(answer).detail).toContain('mesma Idempotency-Key');
  });

  it.each([new ForgedProgramError('mer_1', 3), new ProgramNotAsPublishedError(3, null)])(
    'do not deny what a call may have recorded before it met a program changed by hand: %s',
    async (error) => {
      const { post, runs } = anApi();
      runs.behave = () => {
        throw error;
      };
      const { detail } = problemIn(await post('/v1/redemptions', aReserveBody()).expect(503));
      expect(detail).toContain('não mudou saldos nem vales');
      expect(detail).toMatch(/devolução.*venda assumida.*pode já estar registrada/);
    },
  );

  it('tell nothing of an unexpected error, and the log everything but values', async () => {
    const { post, runs, logged } = anApi();
    runs.behave = () => {
      throw new TypeError('secret detail');
    };
    const answer = await post('/v1/redemptions', aReserveBody()).expect(500);
    expect(problemIn(answer).code).toBe('internal_error');
    expect(answer.text).not.toContain('secret detail');
    expect(logged()).toContain('secret detail');
    expect(logged()).toContain('mer_mine');
  });

  it('treat a failure of the workflow that is no refusal as internal', async () => {
    const { post, runs } = anApi();
    runs.behave = () => {
      const defect = ApplicationFailure.create({ type: 'LedgerError', message: 'defect' });
      throw updateError(new WorkflowUpdateFailedError('failed', defect));
    };
    const answer = await post('/v1/redemptions', aReserveBody()).expect(500);
    expect(problemIn(answer).code).toBe('internal_error');
  });
});

describe('what cannot be read', () => {
  const reserve = (app: Parameters<typeof request>[0]): request.Test =>
    request(app).post('/v1/redemptions').set('authorization', `Bearer ${MY_KEY}`).set('idempotency-key', 'k');

  it('is 400 for malformed JSON', async () => {
    const answer = await reserve(anApi().app)
      .set('content-type', 'application/json')
      .send('{"a":')
      .expect(400);
    expect(problemIn(answer).code).toBe('invalid_request');
  });

  it('is 415 for another type or a compressed body', async () => {
    const answer = await reserve(anApi().app).set('content-type', 'text/plain').send('a=1').expect(415);
    expect(problemIn(answer).code).toBe('unsupported_media_type');
    const zipped = reserve(anApi().app)
      .set('content-type', 'application/json')
      .set('content-encoding', 'gzip');
    await zipped.send('{}').expect(415);
  });

  it('is 413 beyond 256 KB', async () => {
    const big = JSON.stringify({ customerId: 'x'.repeat(300_000) });
    const answer = await reserve(anApi().app).set('content-type', 'application/json').send(big).expect(413);
    expect(problemIn(answer).code).toBe('payload_too_large');
  });

  it('is 404 at an unknown address and 405 with Allow for a wrong method', async () => {
    const { app, get } = anApi();
    expect(problemIn(await get('/v2/sales').expect(404)).code).toBe('not_found');
    const answer = await request(app).delete('/v1/program').expect(405);
    expect(problemIn(answer).code).toBe('method_not_allowed');
    expect(answer.headers['allow']).toBe('GET, PUT, HEAD, OPTIONS');
  });

  it('is 400 for a path that is not valid percent-encoding', async () => {
    const { get } = anApi();
    await get('/v1/sales/%E0%A4%A').expect(400);
  });

  it('names every field that is wrong, unknown ones too', async () => {
    const { post } = anApi();
    const body = aReserveBody({
      amountCents: 10.5,
      saleTotalCents: -1,
      surprise: true,
      customerId: undefined,
    });
    const answer = await post('/v1/redemptions', body).expect(422);
    const fields = problemIn(answer)
      .errors?.map(({ field }) => field)
      .sort();
    expect(fields).toEqual(['amountCents', 'customerId', 'saleTotalCents', 'surprise']);
  });

  it('say a bound of one as one', async () => {
    const adjustment = { type: 'cashback', cents: 100, reason: '' };
    const answer = await anApi().post('/v1/customers/cus_1/adjustments', adjustment).expect(422);
    expect(problemIn(answer).errors).toEqual([
      { field: 'reason', message: 'O texto deve ter no mínimo 1 caractere. Corrija o valor.' },
    ]);
  });

  it.each([0, -1, 1.5, 100_000_001, '950', null, 1e21])(
    'refuses %p as an amount of cents',
    async (amountCents) => {
      const { post, runs } = anApi();
      const answer = await post('/v1/redemptions', aReserveBody({ amountCents })).expect(422);
      expect(problemIn(answer).errors?.map(({ field }) => field)).toEqual(['amountCents']);
      expect(runs.updates).toEqual([]);
    },
  );
});
