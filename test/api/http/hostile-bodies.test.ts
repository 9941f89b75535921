import { describe, expect, it } from '@jest/globals';
import { HUGE_PROGRAMS, many, programOf, ruleWith } from '../../loyalty/words/issues/huge-programs';
import { anApi, problemIn } from '../an-api';

/*
 * Bodies of 256 KB that are wrong in as many places as have room in them: what is wrong is told of the first hundred. That no more is
 * found out than that, so that nobody else waits for it, is in read-bounded.test.ts.
 */

const api = anApi();

describe('a body of 256 KB that is wrong everywhere', () => {
  it.each(Object.entries(HUGE_PROGRAMS))(
    'is told of a hundred places at most: a program of %s',
    async (_what, program) => {
      expect(JSON.stringify(program).length).toBeLessThan(256 * 1024);
      for (const send of [
        () => api.put('/v1/program', program),
        () => api.post('/v1/program/simulations', { program }),
      ]) {
        const errors = problemIn(await send().expect(422)).errors!;
        expect(errors.length).toBeLessThanOrEqual(100);
      }
    },
  );

  it('is told of a hundred places: a sale of lines that are none', async () => {
    const sale = { channel: 'pos', externalId: 'A-1', items: many(500, () => many(200, () => 1)) };
    const send = () => api.post('/v1/sales', sale);
    expect(problemIn(await send().expect(422)).errors).toHaveLength(100);
  });

  it('is told of as far as a hundred errors go, each at its place', async () => {
    const lists = HUGE_PROGRAMS['lists that are not too long']!;
    const { errors } = problemIn(await api.put('/v1/program', lists).expect(422));
    expect(errors!.map(({ field }) => field)).toEqual(
      many(100, (index) => `earning.rules[0].when.skus[${index}]`),
    );
    const vouchers = HUGE_PROGRAMS['too many good vouchers']!;
    expect(problemIn(await api.put('/v1/program', vouchers).expect(422)).errors).toEqual([
      { field: 'vouchers', message: expect.stringContaining('Um programa tem até 200 vales') },
    ]);
  });
});

describe('a large body that is right', () => {
  it('is read as it is, and the one thing that is wrong in it is found', async () => {
    const skus = many(9_000, (index) => `SKU-${index}`);
    await api.put('/v1/program', programOf([ruleWith(0, { skus })])).expect(200);
    const wrong = programOf([{ ...ruleWith(0, { skus: [...skus, 7] }), id: 'A b' }]);
    const { errors } = problemIn(await api.put('/v1/program', wrong).expect(422));
    expect(errors!.map(({ field }) => field)).toEqual([
      'earning.rules[0].id',
      'earning.rules[0].when.skus[9000]',
    ]);
  });
});
