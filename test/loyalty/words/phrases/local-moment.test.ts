import { describe, expect, it } from '@jest/globals';
import { firstUsableMoment, lastUsableMoment } from '../../../../src/loyalty/words/phrases';

const SP = 'America/Sao_Paulo';
const at = (text: string): number => Date.parse(text);

describe('until when something can be used', () => {
  it.each([
    ['2026-11-21T03:00:00Z', SP, '2026-11-20'],
    ['2026-11-21T02:59:59Z', SP, '2026-11-20T23:59'],
    ['2026-11-20T18:30:59Z', SP, '2026-11-20T15:30'],
    ['2018-11-04T03:00:00Z', SP, '2018-11-03'],
    ['2026-11-21T04:00:00Z', 'America/Manaus', '2026-11-20'],
  ])('what ends at %s in %s can be until %s', (end, zone, moment) => {
    expect(lastUsableMoment(at(end), zone)).toBe(moment);
  });
});

describe('from when something can be used', () => {
  it.each([
    ['2026-11-21T03:00:00Z', '2026-11-21'],
    ['2026-11-20T18:30:00Z', '2026-11-20T15:30'],
    ['2026-11-20T18:30:01Z', '2026-11-20T15:31'],
    ['2026-11-21T02:59:30Z', '2026-11-21'],
  ])('what activates at %s can be from %s', (start, moment) => {
    expect(firstUsableMoment(at(start), SP)).toBe(moment);
  });
});
