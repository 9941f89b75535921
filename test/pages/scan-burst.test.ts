import { describe, expect, it } from '@jest/globals';
import { ScanBurst } from '../../console/src/counter/scan-burst';

function keysEvery(ms: number, ...keys: string[]): { verdicts: string[]; text: string } {
  const burst = new ScanBurst();
  const verdicts = keys.map((key, at) => burst.take({ key, at: 5_000 + at * ms }));
  return { verdicts, text: burst.text };
}

describe('keys by their pace', () => {
  it('are a scanner’s from the fourth on that comes faster than any person types', () => {
    const { verdicts, text } = keysEvery(8, ...'K7QM-3');
    expect(verdicts).toEqual(['typed', 'typed', 'typed', 'began', 'scanned', 'scanned']);
    expect(text).toBe('K7QM-3');
  });

  it('end with the Enter of the scanner, which is nobody’s', () => {
    expect(keysEvery(16, ...'12345', 'Enter').verdicts.at(-1)).toBe('ended');
  });

  it('are a person’s at the pace of the fastest typist', () => {
    const { verdicts, text } = keysEvery(60, ...'12345678901', 'Enter');
    expect(new Set(verdicts)).toEqual(new Set(['typed']));
    expect(text).toBe('');
  });

  it('do not become a scanner’s by a person who goes on after one', () => {
    const burst = new ScanBurst();
    [...'1234'].forEach((key, at) => burst.take({ key, at: at * 8 }));
    expect(burst.text).toBe('1234');
    expect(burst.take({ key: '5', at: 1_000 })).toBe('typed');
    expect(burst.text).toBe('');
  });

  it('without a character of their own change nothing', () => {
    expect(keysEvery(8, '1', 'Shift', '2', 'Shift', '3', '4').text).toBe('1234');
  });
});
