import { describe, expect, it } from '@jest/globals';
import { recogniseCustomer } from '../../../src/store';
import type { CustomerContact, Merge, MovedSales, Review, ReviewPair } from '../../../src/store';

const NOW = new Date('2026-11-03T12:00:00Z');
const CONTACT: CustomerContact = {
  ...{ externalKey: null, name: 'Rita Alves', document: null, phones: [], emails: [], birthDate: null },
};

interface World {
  others?: { merge: string[]; review: string[] };
  former?: Partial<Merge>[];
  decision?: Review['decision'];
  asleep?: MovedSales[];
}

/** Rooms that recognise everybody as `cus_1`, and what was done in them. */
function rooms({ others = { merge: [], review: [] }, former = [], decision = null, asleep = [] }: World) {
  const opened: ReviewPair[] = [];
  return {
    opened,
    rooms: {
      customers: {
        identify: () => Promise.resolve({ customerId: 'cus_1', created: false, changed: [], others }),
      },
      merges: {
        ofCustomer: () => Promise.resolve(former as Merge[]),
        toWake: () => Promise.resolve(asleep),
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
  it('answers which records are proved to be of one person, and whose sales have to look again', async () => {
    const asleep = [{ merchantId: 'mer_1', id: 'mrg_1', undone: false }];
    const { rooms: all } = rooms({ others: proven, asleep });
    const found = await recogniseCustomer(all, 'mer_1', CONTACT, NOW);
    expect(found).toMatchObject({ customerId: 'cus_1', created: false, moved: asleep });
    expect(found.proven).toMatchObject([{ merchantId: 'mer_1', from: 'cus_2', into: 'cus_1' }]);
  });

  it('puts likely pairs before a person', async () => {
    const { rooms: all, opened } = rooms({ others: { merge: [], review: ['cus_3'] } });
    const found = await recogniseCustomer(all, 'mer_1', CONTACT, NOW);
    expect(opened).toEqual([{ merchantId: 'mer_1', kind: 'same_customer', subjects: ['cus_1', 'cus_3'] }]);
    expect(found.proven).toEqual([]);
  });

  it.each<[string, World]>([
    ['a merge that was undone', { former: [{ from: 'cus_2', into: 'cus_1', undoneAt: NOW }] }],
    ['a review that says they are two', { decision: 'distinct' }],
  ])('leaves apart whom a person told apart: %s', async (_title, world) => {
    const { rooms: all } = rooms({ others: proven, ...world });
    expect((await recogniseCustomer(all, 'mer_1', CONTACT, NOW)).proven).toEqual([]);
  });
});
