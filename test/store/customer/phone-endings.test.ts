import { describe, expect, it } from '@jest/globals';
import { phoneEndings, readPhoneEnding } from '../../../src/store/customer';

describe('the ends of phones', () => {
  it('are the last four digits, and the number without area code and ninth digit, each once', () => {
    expect(phoneEndings([{ e164: '+5511987654321' }, { e164: '+551132224321' }])).toEqual([
      ...['4321', '87654321', '32224321'],
    ]);
  });

  it.each([
    ['4321', '4321'],
    ['43 21', '4321'],
    ['98765-4321', '87654321'],
    ['8765-4321', '87654321'],
    ['3222.4455', '32224455'],
    ['321', null],
    ['54321', null],
    ['1198765-4321', null],
    ['52998224725', null],
    ['R4321', null],
    ['-', null],
  ])('%s is the end %s', (text, ending) => {
    expect(readPhoneEnding(text)).toBe(ending);
  });
});
