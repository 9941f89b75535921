import { describe, expect, it } from '@jest/globals';
import { ConcurrentChangeError } from '../../src/store';
import { anApi, problemIn } from './an-api';
import { expectContract } from './contract';

const program = {
  name: 'Clube da Loja',
  earning: { rules: [{ id: 'cashback-5', grant: { type: 'cashback', rateBps: 500 } }] },
};

describe('the program', () => {
  it('is not found before the first version', async () => {
    expect(problemIn(await anApi().get('/v1/program').expect(404)).code).toBe('program_not_found');
  });

  it('is published in numbered versions, with every default filled in (R40)', async () => {
    const { put, get } = anApi();
    const first = await put('/v1/program', program).expect(200);
    await expectContract(first, 'put', '/v1/program');
    expect(first.body).toMatchObject({
      version: 1,
      program: { redemption: { maxShareBps: 10_000 }, timezone: 'America/Sao_Paulo' },
    });
    const second = await put('/v1/program', { ...program, name: 'Clube Novo' }).expect(200);
    expect(second.body).toMatchObject({ version: 2 });
    expect((await get('/v1/program').expect(200)).body).toEqual(second.body);
  });

  it('makes no new version of what is current already, in whatever order it is written', async () => {
    const { put } = anApi();
    const first = await put('/v1/program', program).expect(200);
    const { earning, name } = program;
    const again = await put('/v1/program', { earning, holding: { after: 'PT0S' }, name }).expect(200);
    expect(again.body).toEqual(first.body);
  });

  it('is refused field by field, in the words of the rules', async () => {
    const { put, holds } = anApi();
    const wrong = { ...program, holding: { after: '8 dias' }, extra: 1 };
    const answer = await put('/v1/program', wrong).expect(422);
    expect(problemIn(answer)).toMatchObject({ code: 'invalid_request' });
    expect(
      problemIn(answer)
        .errors?.map(({ field }) => field)
        .sort(),
    ).toEqual(['extra', 'holding.after']);
    expect(holds.programs).toEqual([]);
  });

  it('is refused where the engine cannot compute it yet', async () => {
    const rules = [{ id: 'vale', grant: { type: 'voucher', template: 'volta-20' } }];
    const vouchers = { 'volta-20': { discount: { type: 'amount', cents: 2000 } } };
    const answer = await anApi()
      .put('/v1/program', { ...program, earning: { rules }, vouchers })
      .expect(422);
    expect(problemIn(answer).errors).toEqual([
      {
        field: 'earning.rules[0].grant.type',
        message: expect.stringContaining('ainda não entram no cálculo'),
      },
    ]);
  });

  it('published by two at once is refused to one of them, to be repeated', async () => {
    const { put, fails } = anApi();
    fails.set('programs.publish', new ConcurrentChangeError('Version 1 was published by somebody else.'));
    const answer = await put('/v1/program', program).expect(409).expect('retry-after', '1');
    expect(problemIn(answer).code).toBe('request_in_progress');
  });
});
