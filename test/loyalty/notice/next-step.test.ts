import { describe, expect, it } from '@jest/globals';
import type { Lot } from '../../../src/loyalty/ledger';
import { nextStep } from '../../../src/loyalty/notice';
import { at, DAY, HOUR, NOON } from '../ledger/builders';
import { aReservation, aLot } from '../sale/sales';

const active = (expiresAt: number | null): Lot => aLot({ expiresAt, buckets: { active: 5 } });
const END = at('2026-04-10T00:00');

describe('the next step of a sale', () => {
  it('is what time does first to its lots', () => {
    const pending = aLot({ activatesAt: NOON + 2 * DAY, expiresAt: NOON + DAY, buckets: { pending: 1 } });
    expect(nextStep([pending], [])).toEqual({ do: 'activate', at: NOON + 2 * DAY, doAt: NOON + 2 * DAY });
    expect(nextStep([pending, active(NOON + 3 * DAY)], [])).toEqual({
      do: 'activate',
      at: NOON + 2 * DAY,
      doAt: NOON + 2 * DAY,
    });
    expect(nextStep([pending, active(NOON + DAY)], [])).toEqual({
      do: 'expire',
      at: NOON + DAY,
      doAt: NOON + DAY,
    });
  });

  it('is to give the customer a notice where that comes first', () => {
    const notices = [
      { key: 'later', at: NOON + 5 * HOUR },
      { key: 'sooner', at: NOON + HOUR },
    ];
    expect(nextStep([active(NOON + DAY)], notices)).toEqual({
      do: 'tell',
      at: NOON + HOUR,
      doAt: NOON + HOUR,
      key: 'sooner',
    });
  });

  it('at one instant is to activate, then to expire, then to tell (R1)', () => {
    const pending = aLot({ activatesAt: END, buckets: { pending: 1 } });
    const notice = [{ key: 'x', at: END }];
    expect(nextStep([active(END), pending], notice)?.do).toBe('activate');
    expect(nextStep([active(END)], notice)?.do).toBe('expire');
  });

  it('is to let an open reservation go where that comes first, after what time does to lots', () => {
    const reserved = [aReservation('AAAA', { reservedUntil: END })];
    const notice = [{ key: 'x', at: END }];
    expect(nextStep([active(END + 1)], notice, reserved)).toEqual({ do: 'letGo', at: END, doAt: END });
    expect(nextStep([active(END)], notice, reserved)?.do).toBe('expire');
    expect(nextStep([active(END - 1)], notice, reserved)?.at).toBe(END - 1);
  });

  it('is what time has done by now, however long a notice has been due, and the notice before what time does later', () => {
    const notice = [{ key: 'x', at: END - DAY }];
    expect(nextStep([active(END)], notice, [], 0, END)?.do).toBe('expire');
    expect(nextStep([active(END)], notice, [], 0, END - 1)?.do).toBe('tell');
    const both = [aLot({ activatesAt: END - HOUR, buckets: { pending: 1 } }), active(END)];
    expect(nextStep(both, notice, [], 0, END)?.do).toBe('activate');
  });

  it('at one instant is the first of several notices', () => {
    const notices = ['a', 'b'].map((key) => ({ key, at: END }));
    expect(nextStep([], notices)).toEqual({ do: 'tell', at: END, doAt: END, key: 'a' });
  });

  it.each([
    ['nothing was earned', []],
    ['everything is spent', [aLot({ expiresAt: END, buckets: { spent: 5 } })]],
    [
      'all is reserved: the redemption has its own timer',
      [aLot({ expiresAt: END, buckets: { reserved: 5 } })],
    ],
    ['what is active never ends', [active(null)]],
  ])('is none where %s', (_, lots) => {
    expect(nextStep(lots, [])).toBeNull();
  });
});
