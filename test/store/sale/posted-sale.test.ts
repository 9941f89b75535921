import { describe, expect, it } from '@jest/globals';
import { postedChange } from '../../../src/store/sale';
import { patched } from '../../../src/loyalty';
import type { Sale } from '../../../src/loyalty';
import type { PostedSale } from '../../../src/store';
import { aSale, NOW } from '../../api/builders';

const LATER = NOW + 60_000;

/** What `aSale` says, told by its channel. */
function aPostedSale(change: Partial<PostedSale> = {}): PostedSale {
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

function changeOf(posted: Partial<PostedSale>, known = aSale()): ReturnType<typeof postedChange> {
  return postedChange(known, aPostedSale(posted), LATER);
}

describe('a sale told again', () => {
  it('as it is known changes nothing', () => {
    expect(changeOf({})).toBeNull();
  });

  it('for the first time takes what is said, and the instant at which it was first known as completed (R3)', () => {
    const unknown = aSale({
      source: { readAt: null, completedAt: null },
      owner: { customerId: null },
      benefit: { programVersion: null },
    });
    const change = changeOf({}, unknown);
    expect(change).toMatchObject({
      patch: {
        owner: { customerId: 'cus_1' },
        source: { completedAt: LATER, readAt: LATER },
        notices: { silent: false },
      },
      event: { event: 'completed', text: 'Venda concluída' },
    });
    expect(change?.patch.owner).not.toHaveProperty('claimedAt');
  });

  it.each([
    [{ totalCents: 20_000 }, { content: { totalCents: 20_000 } }, 'changed', 'Valores da venda alterados'],
    [{ items: [] }, { content: { items: [] } }, 'changed', 'Dados da venda alterados'],
    [
      { sourceStatus: 'cancelled' as const },
      { source: { status: 'cancelled' } },
      'cancelled',
      'Venda cancelada',
    ],
    [{ sourceStatus: 'open' as const }, { source: { status: 'open' } }, 'open', 'Venda em aberto'],
  ])('with %j is changed, and keeps when it was first completed (R3)', (posted, said, event, text) => {
    const completedAt = NOW - 1;
    const change = changeOf(posted, aSale({ source: { completedAt } }));
    expect(change?.patch).toMatchObject(said);
    expect(change).toMatchObject({
      patch: { source: { completedAt, readAt: LATER } },
      event: { at: LATER, event, text },
    });
  });

  it('with another number is known by that number', () => {
    expect(changeOf({ number: '77' })?.patch.source?.refs).toEqual(['sal_1', '26737100001', '77']);
  });

  it('without lines keeps those that are known', () => {
    expect(changeOf({ items: null })).toBeNull();
    expect(changeOf({ items: null, totalCents: 1 })?.patch.content).not.toHaveProperty('items');
  });

  it('without a customer stays with the one who is known', () => {
    expect(changeOf({ customerId: null })).toBeNull();
    expect(changeOf({ customerId: null, totalCents: 1 })?.patch.owner).not.toHaveProperty('customerId');
  });

  it('with another customer goes over to them now, if it had been calculated (R26)', () => {
    expect(changeOf({ customerId: 'cus_2' })).toMatchObject({
      patch: { owner: { customerId: 'cus_2', claimedAt: LATER } },
      event: { event: 'identified' },
    });
    const open = aSale({ benefit: { programVersion: null } });
    expect(changeOf({ customerId: 'cus_2' }, open)?.patch.owner).not.toHaveProperty('claimedAt');
  });

  it('with another customer than who has claimed it is claimed no more; with none it stays theirs', () => {
    const claimed = aSale({ owner: { claimCall: 'clm_1', claimRequest: 'digest' } });
    expect(changeOf({ customerId: 'cus_2' }, claimed)?.patch.owner).toMatchObject({
      ...{ customerId: 'cus_2', claimCall: null, claimRequest: null },
    });
    expect(changeOf({ customerId: null, totalCents: 1 }, claimed)?.patch.owner).toEqual({});
  });
});

describe('silence', () => {
  it('comes with what a posting opens or changes, not with a repetition', () => {
    expect(changeOf({ silent: true })).toBeNull();
    expect(changeOf({ silent: true, totalCents: 1 })?.patch.notices?.silent).toBe(true);
  });

  it('stays where nothing is said of it, and is lifted where messages are asked for', () => {
    const silent = aSale({ notices: { silent: true } });
    expect(changeOf({ totalCents: 1 }, silent)?.patch.notices?.silent).toBe(true);
    expect(changeOf({ silent: false }, silent)).toMatchObject({
      patch: { notices: { silent: false } },
      event: { event: 'unsilenced' },
    });
  });
});

describe('a sale older than the claim window when it is first told', () => {
  const DAY = 86_400_000;
  const unknown = aSale({
    source: { readAt: null, completedAt: null },
    owner: { customerId: null },
    benefit: { programVersion: null },
  });
  const old = { soldAt: new Date(unknown.createdAt - 90 * DAY) };
  const told = (posted: Partial<PostedSale>, known = unknown): Sale => {
    const change = changeOf(posted, known);
    return change ? patched(known, change.patch) : known;
  };

  it('is held, and let earn by an express word, once and without messages', () => {
    const held = told({ ...old, earnLate: false });
    expect([held.source.lateness, held.owner.customerId]).toEqual(['held', 'cus_1']);
    expect(changeOf({ ...old, earnLate: false }, held)).toBeNull();
    const lifted = changeOf({ ...old, earnLate: true, silent: false }, held);
    expect(lifted).toMatchObject({
      patch: { source: { lateness: 'earns' }, notices: { silent: true } },
      event: { event: 'earns_late' },
    });
    const earning = patched(held, lifted!.patch);
    for (const again of [{ earnLate: true }, { earnLate: false }, { earnLate: false, silent: false }])
      expect(changeOf({ ...old, ...again }, earning)).toBeNull();
  });

  it('is not held where it is younger, comes with a file, was known in time, or had been calculated', () => {
    const young = new Date(old.soldAt.getTime() + 1);
    expect(told({ soldAt: young, earnLate: false }).source.lateness).toBeNull();
    expect(told({ ...old, earnLate: null }).source.lateness).toBeNull();
    const calculated = aSale({ benefit: { programVersion: 1 } });
    expect(told({ ...old, earnLate: false }, calculated).source.lateness).toBeNull();
    const inTime = { ...unknown, createdAt: old.soldAt.getTime() };
    expect(told({ ...old, earnLate: false }, inTime).source.lateness).toBeNull();
  });

  it('is held no more when its date is put right', () => {
    const held = told({ ...old, earnLate: false });
    expect(told({ soldAt: new Date(NOW), earnLate: false }, held).source.lateness).toBeNull();
  });
});

describe('a sale that names nobody of use', () => {
  const fresh = aSale({ source: { readAt: null }, owner: { customerId: null } });
  const why = { customerId: null, whyNobody: 'a venda veio sem cliente' };

  it('says why in its timeline, and only where nobody is known', () => {
    expect(changeOf(why, fresh)?.event.text).toBe(
      'Venda concluída, sem cliente identificado: a venda veio sem cliente',
    );
    expect(changeOf({ ...why, sourceStatus: 'cancelled' })?.event.text).toBe('Venda cancelada');
  });
});
