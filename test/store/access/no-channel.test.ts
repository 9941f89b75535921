import { describe, expect, it } from '@jest/globals';
import { noChannelOf, soldIn } from '../../../src/store';

const MINE = { merchantId: 'mer_1', connectionId: 'con_1' };

/** Where a sale without a channel was made, if stores have these channels. */
function soldWith(...stores: readonly (readonly string[])[]): Promise<string | null> {
  const all = stores.flatMap((channels, n) => channels.map((channel) => [channel, `str_${n}`] as const));
  const shops = {
    meaningStores: (_merchantId: string, asked: readonly string[]) =>
      Promise.resolve(new Map(all.filter(([channel]) => asked.includes(channel)))),
  };
  return soldIn(shops, MINE, null);
}

describe('where an order without a channel was sold', () => {
  it('is in the store that has those of its company, before the one that has those of all', async () => {
    expect(await soldWith(['0'], [noChannelOf('con_1')])).toBe('0@con_1');
    expect(await soldWith(['0'], [noChannelOf('con_2')])).toBe('0');
  });

  it('is called the same in a store that has those of all, where it is given those of the company as well', async () => {
    expect(await soldWith(['0'])).toBe('0');
    expect(await soldWith(['0', noChannelOf('con_1')])).toBe('0');
  });

  it('is in no store where none has them, or only those of another company', async () => {
    expect(await soldWith()).toBeNull();
    expect(await soldWith([noChannelOf('con_2')])).toBeNull();
  });

  it('is not asked of one that has a channel', async () => {
    const shops = { meaningStores: () => Promise.reject(new Error('asked')) };
    expect(await soldIn(shops, MINE, '205371')).toBe('205371');
  });
});
