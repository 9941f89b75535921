import { describe, expect, it } from '@jest/globals';
import { anApi, problemIn } from '../an-api';

/*
 * Bodies of 256 KB that are wrong in as many places as have room in them: what is wrong is told of the first hundred, and nobody else
 * waits for that.
 */

const grant = { type: 'cashback', rateBps: 500 };
const many = <T>(count: number, one: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => one(index));
const ruleWith = (index: number, when: object): object => ({ id: `r${index}`, grant, when });
const aProgramOf = (rules: unknown, more: object = {}): object => ({
  name: 'Clube',
  earning: { rules },
  ...more,
});
const named = (count: number, one: unknown): object =>
  Object.fromEntries(many(count, (index) => [`v${index}`, one]));

const PROGRAMS: Record<string, object> = {
  'vouchers that are none': aProgramOf([], { vouchers: named(17_000, 1) }),
  'too many good vouchers': aProgramOf([], {
    vouchers: named(4_500, { discount: { type: 'amount', cents: 1 } }),
  }),
  'a list that is too long': aProgramOf([ruleWith(0, { stores: many(120_000, () => 1) })]),
  'lists that are not too long': aProgramOf(
    many(12, (index) => ruleWith(index, { skus: many(10_000, () => 1) })),
  ),
  'short lists in many rules': aProgramOf(
    many(190, (index) => ruleWith(index, { stores: many(600, () => 1) })),
  ),
  'rules that are none': aProgramOf(many(120_000, () => 1)),
  'fields that are none': aProgramOf([], named(20_000, 1)),
};

/**
 * How long nothing else could run while an answer was found, in milliseconds of the processor: machines are shared. The least of some
 * tries, as the first are slow.
 */
async function blockedMs(answer: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const from = process.cpuUsage();
    await answer();
    least = Math.min(least, process.cpuUsage(from).user / 1_000);
  }
  return least;
}

const api = anApi();

describe('a body of 256 KB that is wrong everywhere', () => {
  it.each(Object.entries(PROGRAMS))('keeps nobody waiting: a program of %s', async (_what, program) => {
    expect(JSON.stringify(program).length).toBeLessThan(256 * 1024);
    for (const send of [
      () => api.put('/v1/program', program),
      () => api.post('/v1/program/simulations', { program }),
    ]) {
      const errors = problemIn(await send().expect(422)).errors!;
      expect(errors.length).toBeLessThanOrEqual(100);
      expect(await blockedMs(send)).toBeLessThan(100);
    }
  });

  it('keeps nobody waiting: a sale of lines that are none', async () => {
    const sale = { channel: 'pos', externalId: 'A-1', items: many(500, () => many(200, () => 1)) };
    const send = () => api.post('/v1/sales', sale);
    expect(problemIn(await send().expect(422)).errors).toHaveLength(100);
    expect(await blockedMs(send)).toBeLessThan(100);
  });

  it('is told of as far as a hundred errors go, each at its place', async () => {
    const lists = PROGRAMS['lists that are not too long']!;
    const { errors } = problemIn(await api.put('/v1/program', lists).expect(422));
    expect(errors!.map(({ field }) => field)).toEqual(
      many(100, (index) => `earning.rules[0].when.skus[${index}]`),
    );
    const vouchers = PROGRAMS['too many good vouchers']!;
    expect(problemIn(await api.put('/v1/program', vouchers).expect(422)).errors).toEqual([
      { field: 'vouchers', message: expect.stringContaining('Um programa tem até 200 vales') },
    ]);
  });
});

describe('a large body that is right', () => {
  it('is read as it is, and the one thing that is wrong in it is found', async () => {
    const skus = many(9_000, (index) => `SKU-${index}`);
    await api.put('/v1/program', aProgramOf([ruleWith(0, { skus })])).expect(200);
    const wrong = aProgramOf([{ ...ruleWith(0, { skus: [...skus, 7] }), id: 'A b' }]);
    const { errors } = problemIn(await api.put('/v1/program', wrong).expect(422));
    expect(errors!.map(({ field }) => field)).toEqual([
      'earning.rules[0].id',
      'earning.rules[0].when.skus[9000]',
    ]);
  });
});
