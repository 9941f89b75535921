import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { followUps, nextFollowUp } from '../../../src/loyalty/follow-up';
import type { FollowUpFacts, Told } from '../../../src/loyalty/follow-up';

const ZONE = 'America/Sao_Paulo';
const DAY = 86_400_000;
const local = (text: string): number => Date.parse(`${text}:00-03:00`);
const NOTHING: Told = new Map();

/** Bought once on a Tuesday at noon, and has what it earned. */
const NOON = local('2026-11-24T12:00');
const ALL = {
  welcome: { after: 'P1D' },
  balance: { day: 5 },
  winBack: { after: ['P60D', 'P90D'] },
  birthday: {},
};
const aBuyer = (change: Partial<FollowUpFacts> = {}): FollowUpFacts => ({
  ...{ occasions: ALL, zone: ZONE, birthDate: '1990-12-20', moment: 0 },
  ...{ firstPurchase: NOON, lastPurchase: NOON, balanceSince: NOON },
  ...change,
});
const STEP_60 = 'winBack/P60D/2026-11-24T15:00:00.000Z';
const STEP_90 = 'winBack/P90D/2026-11-24T15:00:00.000Z';

/** What is told one after the other, each at once when it is due. */
function course(facts: FollowUpFacts, from: number, until: number): string[] {
  const told = new Map<string, 'told'>();
  const seen: string[] = [];
  for (let now = from; ;) {
    const next = nextFollowUp(facts, told, now);
    if (!next || next.at > until) return seen;
    now = Math.max(now, next.at);
    told.set(next.occasion, 'told');
    seen.push(`${next.occasion} ${new Date(now).toISOString()}`);
  }
}

describe('what a customer is told by no sale', () => {
  it('comes at ten in the morning of its day, each once, in the order of time', () => {
    expect(course(aBuyer(), NOON, local('2027-03-01T00:00'))).toEqual([
      'welcome 2026-11-25T13:00:00.000Z',
      'balance/2026-12 2026-12-05T13:00:00.000Z',
      'birthday/2026 2026-12-20T13:00:00.000Z',
      'balance/2027-01 2027-01-05T13:00:00.000Z',
      `${STEP_60} 2027-01-23T13:00:00.000Z`,
      'balance/2027-02 2027-02-05T13:00:00.000Z',
      `${STEP_90} 2027-02-22T13:00:00.000Z`,
    ]);
  });

  it('is spread over two hours, for each customer at a moment of their own', () => {
    expect(nextFollowUp(aBuyer({ moment: 0.5 }), NOTHING, NOON)?.at).toBe(local('2026-11-25T11:00'));
    const exact = { welcome: { after: 'PT2H' } };
    expect(nextFollowUp(aBuyer({ occasions: exact, moment: 0.5 }), NOTHING, NOON)?.at).toBe(
      local('2026-11-24T14:00'),
    );
  });

  it.each<[string, Partial<FollowUpFacts>, string]>([
    ['no welcome without a purchase that counts', { firstPurchase: null }, 'welcome'],
    ['nothing of coming back without a purchase', { lastPurchase: null }, STEP_60],
    ['nothing on an unknown birthday', { birthDate: null }, 'birthday/2026'],
    ['nothing on a birthday of nonsense', { birthDate: '1990-13-40' }, 'birthday/2026'],
    ['nothing on one that nobody can have', { birthDate: '1900-12-20' }, 'birthday/2026'],
    ['nothing on the day of birth itself', { birthDate: '2026-12-20' }, 'birthday/2026'],
    ['nothing that the program does not want', { occasions: {} }, 'balance/2026-12'],
  ])('is %s', (_what, change, occasion) => {
    const all = course(aBuyer(change), NOON, local('2027-02-01T00:00'));
    expect(all.filter((line) => line.startsWith(occasion))).toEqual([]);
  });

  it('tells of a balance only who had it by that day', () => {
    const at = local('2026-12-05T10:00');
    const occasions = { balance: { day: 5 } };
    const told = (balanceSince: number | null): string[] =>
      followUps(aBuyer({ occasions, balanceSince }), NOTHING, at).map(({ occasion }) => occasion);
    expect(told(at)).toContain('balance/2026-12');
    expect(told(at + 1)).toEqual(['balance/2027-01']);
    expect(told(null)).toEqual(['balance/2027-01']);
  });

  it('wishes who was born on 29 February well on the 28th of other years', () => {
    const facts = aBuyer({ occasions: { birthday: {} }, birthDate: '1996-02-29' });
    expect(course(facts, NOON, local('2028-03-01T00:00'))).toEqual([
      'birthday/2027 2027-02-28T13:00:00.000Z',
      'birthday/2028 2028-02-29T13:00:00.000Z',
    ]);
  });

  it('begins the steps of coming back anew with each purchase, and skips all but the last that were missed', () => {
    const occasions = { winBack: { after: ['P2D', 'P1D', 'P3D'] } };
    const facts = aBuyer({ occasions });
    expect(nextFollowUp(facts, NOTHING, NOON + 2.5 * DAY)?.occasion).toMatch(/^winBack\/P2D\//);
    const again = aBuyer({ occasions, lastPurchase: NOON + 2 * DAY });
    expect(nextFollowUp(again, NOTHING, NOON + 2.5 * DAY)).toMatchObject({
      occasion: 'winBack/P1D/2026-11-26T15:00:00.000Z',
      at: local('2026-11-27T10:00'),
    });
  });

  it('is not begun more than three days late, and goes on for a week where it waits', () => {
    const occasions = { winBack: { after: ['P60D'] } };
    const at = local('2027-01-23T10:00');
    const facts = aBuyer({ occasions });
    expect(nextFollowUp(facts, NOTHING, at + 3 * DAY - 1)?.occasion).toBe(STEP_60);
    expect(nextFollowUp(facts, NOTHING, at + 3 * DAY)).toBeNull();
    const waits = new Map([[STEP_60, at + 5 * DAY]]);
    expect(nextFollowUp(facts, waits, at + 3 * DAY)).toMatchObject({ occasion: STEP_60, at: at + 5 * DAY });
    expect(nextFollowUp(facts, waits, at + 8 * DAY)).toBeNull();
    const birthday = aBuyer({ occasions: { birthday: {} } });
    const day = local('2026-12-20T10:00');
    expect(nextFollowUp(birthday, new Map([['birthday/2026', day]]), day + 3 * DAY)?.occasion).toBe(
      'birthday/2027',
    );
  });
});

const instant = fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2030-01-01') });
const duration = fc.constantFrom('P1D', 'P3D', 'P1W', 'P1M', 'PT36H', 'P60D', 'P1Y');
const anyFacts: fc.Arbitrary<FollowUpFacts> = fc.record({
  occasions: fc.record(
    {
      welcome: fc.record({ after: duration }),
      balance: fc.record({ day: fc.integer({ min: 1, max: 28 }) }),
      winBack: fc.record({ after: fc.uniqueArray(duration, { minLength: 1, maxLength: 3 }) }),
      birthday: fc.constant({}),
    },
    { requiredKeys: [] },
  ),
  zone: fc.constantFrom(ZONE, 'America/Havana', 'Pacific/Apia', 'UTC'),
  birthDate: fc.option(
    fc
      .date({ min: new Date('1900-01-01'), max: new Date('2029-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
  ),
  firstPurchase: fc.option(instant),
  lastPurchase: fc.option(instant),
  balanceSince: fc.option(instant),
  moment: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
});

describe('whatever is true of a customer', () => {
  it('looking again says the same, and what was told is never next', () => {
    fc.assert(
      fc.property(anyFacts, instant, (facts, now) => {
        const told = new Map<string, 'told'>();
        for (let round = 0; round < 12; round += 1) {
          const next = nextFollowUp(facts, told, now);
          expect(nextFollowUp(facts, told, now)).toEqual(next);
          if (!next) return;
          expect(told.has(next.occasion)).toBe(false);
          expect(now).toBeLessThan(next.at + 3 * DAY);
          told.set(next.occasion, 'told');
        }
      }),
    );
  });

  it('a look in between changes nothing of what comes next, as long as nothing is due', () => {
    fc.assert(
      fc.property(anyFacts, instant, fc.double({ min: 0, max: 1, noNaN: true }), (facts, now, share) => {
        const next = nextFollowUp(facts, NOTHING, now);
        // Birthdays are foreseen until the end of next year.
        if (!next || next.at <= now || next.at - now > 365 * DAY) return;
        const between = now + Math.floor((next.at - now) * share * 0.999);
        expect(nextFollowUp(facts, NOTHING, between)).toEqual(next);
      }),
    );
  });
});
