import { describe, expect, it } from '@jest/globals';
import { noticeChannels } from '../../../src/loyalty/notice';
import type { NoticeKind } from '../../../src/loyalty/notice';
import type { ProgramInput } from '../../../src/loyalty/program';
import { aProgram } from './scene';

const both = ['whatsapp', 'email'];

describe('the channels of a notice', () => {
  it.each<[string, NoticeKind, ProgramInput['messages'], string[]]>([
    ['all there are, where it names none', 'earned', { earned: {} }, both],
    [
      'those it names, in its order',
      'expired',
      { expired: { channels: ['email', 'whatsapp'] } },
      ['email', 'whatsapp'],
    ],
    ['none where it does not want the notice', 'repurchase', { earned: {} }, []],
    ['those of earning, for what was taken back', 'returned', { earned: { channels: ['email'] } }, ['email']],
    [
      'its own, for what was taken back, where it has them',
      'returned',
      { earned: { channels: ['email'] }, returned: { channels: ['whatsapp'] } },
      ['whatsapp'],
    ],
    ['none for what was taken back, where it wants neither', 'returned', { expired: {} }, []],
  ])('are by the program %s', (_, kind, messages, expected) => {
    expect(noticeChannels(kind, aProgram({ messages }))).toEqual(expected);
  });
});
