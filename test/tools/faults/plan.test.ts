import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { examineContact, NO_STAND_INS } from '../../../src/loyalty';
import { Course } from '../../../tools/faults/course';
import { againWith, readFaultsOptions } from '../../../tools/faults/options';
import { personOf } from '../../../tools/faults/people';
import { planWork, USE_WAYS } from '../../../tools/faults/plan';
import type { PlannedSale, PlannedUse } from '../../../tools/faults/plan';
import { Random } from '../../../tools/faults/random';

const CAST = { shops: 4, customers: 6 };
const plan = (seed: number) => planWork(new Random(seed), { sales: 100, redemptions: 70 }, CAST);

describe('the work beside the kills', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(plan(1)).toEqual(plan(1));
    expect(plan(1)).not.toEqual(plan(2));
  });

  it('has all sales, half of them posted, and every way of using value', () => {
    const jobs = plan(3);
    const sales = jobs.filter((job): job is PlannedSale => job.kind === 'sale');
    const uses = jobs.filter((job): job is PlannedUse => job.kind === 'use');
    expect(new Set(sales.map(({ number }) => number)).size).toBe(100);
    expect(sales.filter(({ how }) => how === 'posted')).toHaveLength(50);
    expect(new Set(uses.map(({ way }) => way))).toEqual(new Set(USE_WAYS));
  });

  it('sells to a quarter of its buyers twice, in one shop, once from each source', () => {
    const sales = plan(4).filter((job): job is PlannedSale => job.kind === 'sale');
    const twice = sales.filter(({ number }) => number % 4 === 2);
    expect(twice).toHaveLength(25);
    for (const { number, buyer, shop, how } of twice) {
      const other = sales.find((sale) => sale.number === number - 1)!;
      expect([buyer, shop]).toEqual([other.buyer, other.shop]);
      expect(how).not.toBe(other.how);
    }
  });

  it('is done by people whom the product recognises by each mark', () => {
    const { name, document, mobile, email } = personOf(2_000_003);
    const { contact, unused } = examineContact(
      { name, document, phones: [mobile], emails: [email] },
      NO_STAND_INS,
    );
    expect(unused).toEqual([]);
    expect(contact).not.toBeNull();
  });
});

describe('the course of kills and work', () => {
  it('lets neither run ahead of the other', async () => {
    const course = new Course({ jobs: 4, kills: 2, signal: AbortSignal.timeout(60_000) });
    const begun: number[] = [];
    const working = (async () => {
      for (let job = 0; job < 4; job += 1) {
        await course.beforeJob(job);
        begun.push(job);
      }
    })();
    await course.beforeKill(1);
    await pause(50);
    expect(begun).toEqual([0, 1]);
    course.kill();
    await working;
    expect(begun).toEqual([0, 1, 2, 3]);
  });
});

describe('the command line of the faults', () => {
  it('has a seed by chance where none is given, and says how to repeat a run', () => {
    const options = readFaultsOptions(['--sales', '30', '--redemptions', '15', '--kills', '5']);
    if (options === 'help') throw new Error('no help was asked for');
    expect(options).toMatchObject({ sales: 30, redemptions: 15, kills: 5 });
    expect(options.seed).toBeGreaterThan(0);
    expect(readFaultsOptions(againWith(options).split(' ').slice(4))).toEqual(options);
    expect(readFaultsOptions(['--help'])).toBe('help');
  });

  it.each([
    [['--kills', '0'], '--kills 0: expected a whole number from 1 to 9999.'],
    [['--seed', '9999999999'], '--seed 9999999999: expected a whole number from 1 to 2147483647.'],
    [['--often'], "Unknown option '--often'"],
  ])('refuses %j and shows what there is', (args, why) => {
    expect(() => readFaultsOptions(args)).toThrow(why);
    expect(() => readFaultsOptions(args)).toThrow('npm run test:faults -- [options]');
  });
});
