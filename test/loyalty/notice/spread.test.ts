import { describe, expect, it } from '@jest/globals';
import { saleIdOf } from '../../../src/ids';
import { parseDuration } from '../../../src/loyalty/calendar';
import type { Lot } from '../../../src/loyalty/ledger';
import { momentOf, nextStep, remindersDue } from '../../../src/loyalty/notice';
import { at as local, HOUR, NOON } from '../ledger/builders';
import { aLot, aReservation } from '../sale/sales';

const MIDNIGHT = local('2026-04-10T00:00');
const LATEST = 1 - Number.EPSILON;
const MINUTE = 60_000;
/** Held for ever: a sale whose moment changed would be carried out at another time than it is found late by. */
const KNOWN = 0.01177850877866149;

const pending = (parts: Partial<Omit<Lot, 'buckets'>>): Lot => aLot({ ...parts, buckets: { pending: 1 } });
const active = (expiresAt: number, parts: Partial<Omit<Lot, 'buckets'>> = {}): Lot =>
  aLot({ createdAt: NOON, activatesAt: NOON, expiresAt, ...parts, buckets: { active: 1 } });
/** How long after it is due the next step of a sale with the last moment of all is carried out, in minutes. */
const latest = (...asked: Parameters<typeof nextStep>): number => {
  const step = nextStep(asked[0], asked[1], asked[2], LATEST)!;
  return Math.round((step.doAt - step.at) / MINUTE);
};

describe('what a date decides', () => {
  it('is due at its instant, and carried out within two hours', () => {
    expect(latest([pending({ activatesAt: MIDNIGHT })], [])).toBe(120);
    expect(latest([active(MIDNIGHT)], [])).toBe(120);
    const first = nextStep([active(MIDNIGHT)], [], [], 0)!;
    expect(first).toEqual({ do: 'expire', at: MIDNIGHT, doAt: MIDNIGHT });
    expect(nextStep([active(MIDNIGHT)], [], [], 0.25)).toEqual({ ...first, doAt: MIDNIGHT + HOUR / 2 });
  });

  it('is midnight where the lot is, and no other instant', () => {
    expect(latest([active(MIDNIGHT, { zone: 'Asia/Kathmandu' })], [])).toBe(0);
    expect(latest([active(MIDNIGHT + 1)], [])).toBe(0);
    expect(latest([pending({ activatesAt: NOON })], [])).toBe(0);
  });

  it('begins with the first instant of a date that has no midnight (R6)', () => {
    const lot = active(Date.parse('2018-11-04T03:00:00Z'), { createdAt: 0, activatesAt: 0 });
    expect(latest([{ ...lot, zone: 'America/Sao_Paulo' }], [])).toBe(120);
  });

  it('leaves an activation before its end half of the time that there is', () => {
    expect(latest([pending({ activatesAt: MIDNIGHT, expiresAt: MIDNIGHT + HOUR })], [])).toBe(30);
  });

  it('does not hold up a reservation that is to be let go, or a notice that is due', () => {
    const lots = [active(MIDNIGHT)];
    const between = MIDNIGHT + 10 * MINUTE;
    const reserved = [aReservation('AAAA', { reservedUntil: between })];
    expect(nextStep(lots, [], reserved, LATEST)).toMatchObject({ do: 'letGo', doAt: between });
    expect(nextStep(lots, [{ key: 'earned', at: between }], [], LATEST)).toMatchObject({ do: 'tell' });
  });
});

describe('notices at ten', () => {
  const notice = (before: string, expiresAt: number): number => {
    const due = remindersDue([active(expiresAt)], [{ before, duration: parseDuration(before) }], [], NOON);
    return latest([], due);
  };

  it('are given within two hours', () => {
    expect(notice('P1D', MIDNIGHT)).toBe(120);
  });

  it('are not paced where a program names the very hour', () => {
    expect(notice('PT3H', MIDNIGHT)).toBe(0);
  });

  it('come while there is time left until the end', () => {
    expect(notice('P0D', MIDNIGHT - 13 * HOUR)).toBe(30);
  });
});

describe('the moment of a sale', () => {
  const ids = Array.from({ length: 20_000 }, (_, order) =>
    saleIdOf({ merchantId: 'mer_1', channel: 'bling', externalId: String(order) }),
  );

  it('is always the same', () => {
    expect(momentOf('sal_0k3v9x2m4n6p8q0r1s2t')).toBe(momentOf('sal_0k3v9x2m4n6p8q0r1s2t'));
    expect(momentOf('sal_0k3v9x2m4n6p8q0r1s2t')).toBe(KNOWN);
  });

  it.each([
    ['ids of ours', ids],
    ['ids that differ in the end alone', ids.map((_, order) => `sale-${String(order)}`)],
  ])('spreads %s evenly: no minute of the two hours has much more than its part', (_, some) => {
    const minutes = new Array<number>(120).fill(0);
    for (const id of some) minutes[Math.floor(momentOf(id) * 120)]! += 1;
    // 166.7 each; a fair draw strays by 13 on the average.
    expect(Math.max(...minutes)).toBeLessThan(166.7 + 5 * 13);
    expect(Math.min(...minutes)).toBeGreaterThan(166.7 - 5 * 13);
  });
});
