import { describe, expect, it } from '@jest/globals';
import { postingChange } from '../../../src/store/sale';
import type { PostedSale } from '../../../src/store';
import { aSale, NOW } from '../../api/builders';

const LATER = new Date(NOW + 60_000);

/** What `aSale` says, told by its channel. */
function aPosting(change: Partial<PostedSale> = {}): PostedSale {
  return {
    channel: 'pos',
    externalId: '26737100001',
    number: '10231',
    storeId: null,
    soldAt: new Date(NOW),
    totalCents: 19_000,
    freightCents: 0,
    otherExpensesCents: 0,
    discountCents: 0,
    items: [{ sku: 'CAMISETA-P', totalCents: 19_000 }],
    sourceStatus: 'completed',
    customerId: 'cus_1',
    silent: null,
    ...change,
  };
}

function changeOf(posted: Partial<PostedSale>, known = aSale()): ReturnType<typeof postingChange> {
  const { id, ...sale } = known;
  return postingChange({ _id: id, ...sale }, aPosting(posted), LATER);
}

describe('a sale told again', () => {
  it('as it is known changes nothing', () => {
    expect(changeOf({})).toBeNull();
  });

  it('for the first time takes what is said, and the instant at which it was first known as completed (R3)', () => {
    const unknown = aSale({ readAt: null, completedAt: null, customerId: null, programVersion: null });
    const change = changeOf({}, unknown);
    expect(change).toMatchObject({
      set: { customerId: 'cus_1', completedAt: LATER, readAt: LATER, silent: false },
      event: { event: 'completed', text: 'Venda concluída' },
    });
    expect(change?.set).not.toHaveProperty('claimedAt');
  });

  it.each([
    [{ totalCents: 20_000 }, 'changed', 'Valores da venda alterados'],
    [{ items: [] }, 'changed', 'Dados da venda alterados'],
    [{ sourceStatus: 'cancelled' as const }, 'cancelled', 'Venda cancelada'],
    [{ sourceStatus: 'open' as const }, 'open', 'Venda em aberto'],
  ])('with %j is changed, and keeps when it was first completed (R3)', (posted, event, text) => {
    const completedAt = new Date(NOW - 1);
    expect(changeOf(posted, aSale({ completedAt }))).toMatchObject({
      set: { ...posted, completedAt, readAt: LATER },
      event: { at: LATER, event, text },
    });
  });

  it('with another number is known by that number', () => {
    expect(changeOf({ number: '77' })?.set.refs).toEqual(['sal_1', '26737100001', '77']);
  });

  it('without lines keeps those that are known', () => {
    expect(changeOf({ items: null })).toBeNull();
    expect(changeOf({ items: null, totalCents: 1 })?.set).not.toHaveProperty('items');
  });

  it('without a customer stays with the one who is known', () => {
    expect(changeOf({ customerId: null })).toBeNull();
    expect(changeOf({ customerId: null, totalCents: 1 })?.set).not.toHaveProperty('customerId');
  });

  it('with another customer goes over to them now, if it had been calculated (R26)', () => {
    expect(changeOf({ customerId: 'cus_2' })).toMatchObject({
      set: { customerId: 'cus_2', claimedAt: LATER },
      event: { event: 'identified' },
    });
    const open = aSale({ programVersion: null });
    expect(changeOf({ customerId: 'cus_2' }, open)?.set).not.toHaveProperty('claimedAt');
  });
});

describe('silence', () => {
  it('comes with what a posting opens or changes, not with a repetition', () => {
    expect(changeOf({ silent: true })).toBeNull();
    expect(changeOf({ silent: true, totalCents: 1 })?.set.silent).toBe(true);
  });

  it('stays where nothing is said of it, and is lifted where messages are asked for', () => {
    const silent = aSale({ silent: true });
    expect(changeOf({ totalCents: 1 }, silent)?.set.silent).toBe(true);
    expect(changeOf({ silent: false }, silent)).toMatchObject({
      set: { silent: false },
      event: { event: 'unsilenced' },
    });
  });
});
