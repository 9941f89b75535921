import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../../../src/loyalty';
import { recogniseCustomer } from '../../../src/store';
import type { CustomerContact, Merge, MergeOrder, Review, ReviewPair } from '../../../src/store';

const NOW = new Date('2026-11-03T12:00:00Z');
const CONTACT: CustomerContact = {
  ...{ externalKey: null, name: 'Rita Alves', document: null, phones: [], emails: [], birthDate: null },
};

interface World {
  others?: { merge: string[]; review: string[] };
  former?: Partial<Merge>[];
  decision?: Review['decision'];
  refuses?: Error;
}

/** Rooms that recognise everybody as `cus_1`, and what was done in them. */
function rooms({ others = { merge: [], review: [] }, former = [], decision = null, refuses }: World) {
  const merged: MergeOrder[] = [];
  const opened: ReviewPair[] = [];
  return {
    merged,
    opened,
    rooms: {
      customers: { identify: () => Promise.resolve({ customerId: 'cus_1', created: false, others }) },
      merges: {
        merge(order: MergeOrder): Promise<Merge> {
          if (refuses !== undefined) return Promise.reject(refuses);
          merged.push(order);
          return Promise.resolve(order as unknown as Merge);
        },
        ofCustomer: () => Promise.resolve(former as Merge[]),
        toWake: () => Promise.resolve(merged as unknown as Merge[]),
      },
      reviews: {
        open(pair: ReviewPair): Promise<Review> {
          opened.push(pair);
          return Promise.resolve({} as Review);
        },
        of: () => Promise.resolve(decision === null ? null : ({ decision } as Review)),
      },
    },
  };
}

const proven = { merge: ['cus_2'], review: [] };

describe('recognising a contact', () => {
  it('merges records proved to be of one person, and answers whose sales have to look again', async () => {
    const { rooms: all, merged } = rooms({ others: proven });
    const { customerId, created, merges } = await recogniseCustomer(all, 'mer_1', CONTACT, NOW);
    expect([customerId, created]).toEqual(['cus_1', false]);
    expect(merged).toMatchObject([{ from: 'cus_2', into: 'cus_1', automatic: true, force: false }]);
    expect(merges).toEqual(merged);
  });

  it('puts likely pairs before a person', async () => {
    const { rooms: all, merged, opened } = rooms({ others: { merge: [], review: ['cus_3'] } });
    await recogniseCustomer(all, 'mer_1', CONTACT, NOW);
    expect(opened).toEqual([{ merchantId: 'mer_1', kind: 'same_customer', subjects: ['cus_1', 'cus_3'] }]);
    expect(merged).toEqual([]);
  });

  it.each<[string, World]>([
    ['a merge that was undone', { former: [{ from: 'cus_2', into: 'cus_1', undoneAt: NOW }] }],
    ['a review that says they are two', { decision: 'distinct' }],
  ])('leaves apart whom a person told apart: %s', async (_title, world) => {
    const { rooms: all, merged } = rooms({ others: proven, ...world });
    await recogniseCustomer(all, 'mer_1', CONTACT, NOW);
    expect(merged).toEqual([]);
  });

  it('goes on where somebody else merged one of them at the same moment', async () => {
    const { rooms: all } = rooms({ others: proven, refuses: new Refusal('customers_not_mergeable') });
    expect((await recogniseCustomer(all, 'mer_1', CONTACT, NOW)).customerId).toBe('cus_1');
  });

  it('fails with whatever else a merge fails with', async () => {
    const { rooms: all } = rooms({ others: proven, refuses: new TypeError('bug') });
    await expect(recogniseCustomer(all, 'mer_1', CONTACT, NOW)).rejects.toThrow('bug');
  });
});
