import { describe, expect, it } from '@jest/globals';
import type { ProgramInput } from '../../../src/loyalty/program';
import type { SalePatch } from '../../../src/loyalty/sale';
import { publishedProgram } from '../../../src/loyalty/program';
import { published } from '../program/programs';
import { shopWith } from './shop';

/** Five per cent that can be used through 20 March, and a reminder three days before. */
const PROGRAM: ProgramInput = {
  name: 'Clube',
  earning: { rules: [{ id: 'cashback', grant: { type: 'cashback', rateBps: 500 } }] },
  expiry: { after: 'P10D' },
  messages: { expiring: { before: ['P3D'] } },
};

/** Until when what the sale gives would go on. */
function fairUntil(program = published(PROGRAM), patch: SalePatch = {}): string | null {
  const shop = shopWith(program);
  shop.tell('s1', patch);
  const { fairUntil: until } = shop.wallets.get('ana')!.lots[0]!;
  return until === undefined ? null : new Date(until).toISOString();
}

const told = (messages: ProgramInput['messages']): string | null =>
  fairUntil(published({ ...PROGRAM, messages }));

describe('what a sale gives', () => {
  it('would go on by the lead of its reminder, where the program says nothing else', () => {
    expect(fairUntil()).toBe('2026-03-24T03:00:00.000Z');
  });

  it.each<[string, ProgramInput['messages']]>([
    ['the program says that ends stand', { expiring: { before: ['P3D'], fair: false } }],
    ['the program reminds nobody', { earned: {} }],
    ['no message is sent at all', {}],
    ['the reminder would come before it is there', { expiring: { before: ['P11D'] } }],
  ])('ends when it says where %s', (_, messages) => {
    expect(told(messages)).toBeNull();
  });

  it('ends when it says where nobody is written to about the sale', () => {
    expect(fairUntil(published(PROGRAM), { notices: { silent: true } })).toBeNull();
  });

  it('ends when it says by a version that was published before there was the switch', () => {
    const former = published(PROGRAM);
    const { fair: _none, ...expiring } = former.messages.expiring!;
    const stored: unknown = { ...former, messages: { expiring } };
    const read = publishedProgram(stored);
    expect(read).toEqual({ ...former, messages: { expiring: { ...expiring, fair: false } } });
    expect(fairUntil(read)).toBeNull();
  });
});
