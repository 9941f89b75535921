import { describe, expect, it } from '@jest/globals';
import { heldBy, isMomentary } from '../../../src/store/notice/opening';
import type { MessageDecision } from '../../../src/store';

const AT = new Date('2026-11-03T15:00:00.000Z');
const UNTIL = new Date('2026-11-04T11:00:00.000Z');

const waits = (because: MessageDecision['because']): MessageDecision => ({
  ...{ at: AT, do: 'wait', because, until: UNTIL },
});

describe('from when on a message may be tried for a day', () => {
  it.each(['quiet_hours', 'frequency_cap', 'not_live', 'sender_paused', 'template_paused', null] as const)(
    'is when it has waited for its turn: %s',
    (because) => {
      expect(heldBy(waits(because))).toEqual({ heldUntil: UNTIL });
    },
  );

  it.each(['busy', 'too_fast_for_recipient'] as const)(
    'stays where a line is full for a moment: %s',
    (because) => {
      expect(isMomentary(because)).toBe(true);
      expect(heldBy(waits(because))).toEqual({});
    },
  );

  it('is from its beginning where it goes, is not sent, or nothing is decided', () => {
    expect(heldBy({ at: AT, do: 'send', because: null, until: null })).toEqual({});
    expect(heldBy({ at: AT, do: 'skip', because: 'opted_out', until: null })).toEqual({});
    expect(heldBy(undefined)).toEqual({});
  });
});
