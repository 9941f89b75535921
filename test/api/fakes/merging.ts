import { Refusal } from '../../../src/loyalty';
import type { Sale } from '../../../src/loyalty';
import type { Customer, Merge, MergeOrder, Merges, Review, ReviewPair, Reviews } from '../../../src/store';

interface Held {
  customers: Customer[];
  sales: Pick<Sale, 'id' | 'owner'>[];
  merges: Merge[];
  reviews: Review[];
}

/** Merges as far as the API sees them: who is whom, and which sales changed hands. */
export function mergesIn(holds: Held): Merges {
  const { merges, customers } = holds;
  const customer = (id: string): Customer => {
    const known = customers.find((one) => one.id === id);
    if (!known) throw new Refusal('customer_not_found');
    return known;
  };
  function merge({ force, ...order }: MergeOrder, at: Date): Merge {
    const [from, into] = [customer(order.from), customer(order.into)];
    if (from === into) throw new Refusal('customers_not_mergeable');
    if (from.mergedInto || into.mergedInto) throw new Refusal('customers_not_mergeable');
    if (!force && from.document && into.document && from.document.value !== into.document.value)
      throw new Refusal('customers_in_conflict');
    const sales = holds.sales.filter(({ owner }) => owner.customerId === from.id);
    for (const sale of sales) sale.owner.customerId = into.id;
    from.mergedInto = into.id;
    const none = { cashback: 0, points: 0 };
    const made: Merge = {
      ...order,
      at,
      saleIds: sales.map(({ id }) => id),
      identityKeys: [],
      brought: { lotIds: [], redemptionIds: [], debt: none, accounts: [], metLotIds: [] },
      takenOver: { document: false, name: false, phoneKeys: [], emails: [] },
      woken: false,
      undoneAt: null,
      undoneBy: null,
      undoReason: null,
      undoCall: null,
    };
    merges.push(made);
    return made;
  }
  const find = (id: string): Merge | undefined => merges.find((one) => one.id === id);
  return {
    merge: (order, now) => attempt(() => find(order.id) ?? merge(order, new Date(now))),
    undo: (_merchantId, id, by, now) =>
      attempt(() => {
        const known = find(id);
        if (!known || known.undoCall === by.call) return known ?? null;
        if (known.undoneAt) throw new Refusal('merge_already_undone');
        customer(known.from).mergedInto = null;
        const set = { undoneAt: new Date(now), undoneBy: by.operator, undoReason: by.reason };
        return Object.assign(known, set, { undoCall: by.call, woken: false });
      }),
    get: (_merchantId, id) => Promise.resolve(find(id) ?? null),
    ofCustomer: (_merchantId, id) =>
      Promise.resolve(merges.filter(({ from, into }) => from === id || into === id)),
    unfinished: () => Promise.resolve([]),
    inParts: () => Promise.resolve([]),
    toWake: (merchantId, customerId) =>
      Promise.resolve(
        merges
          .filter(({ into, woken }) => into === customerId && !woken)
          .map(({ id, undoneAt }) => ({ merchantId, id, undone: undoneAt !== null })),
      ),
    moved: (_merchantId, id, { skip, limit }) => Promise.resolve(find(id)!.saleIds.slice(skip, skip + limit)),
    woken({ id }) {
      Object.assign(find(id)!, { woken: true });
      return Promise.resolve();
    },
  };
}

export function reviewsIn({ reviews }: Held): Reviews {
  const about = ({ kind, subjects }: ReviewPair): Review | null =>
    reviews.find((one) => one.kind === kind && subjects.every((id) => one.subjects.includes(id))) ?? null;
  return {
    of: (pair) => Promise.resolve(about(pair)),
    open(pair, facts, now) {
      const fresh: Review = {
        ...{ ...pair, subjects: [...pair.subjects], id: `rev_${reviews.length + 1}`, facts, openedAt: now },
        ...{ state: 'open', decision: null, operator: null, reason: null, resolvedAt: null },
      };
      const known = about(pair);
      if (!known) reviews.push(fresh);
      return Promise.resolve(known ?? fresh);
    },
    get: (_merchantId, id) => Promise.resolve(reviews.find((one) => one.id === id) ?? null),
    countOpen: (_merchantId, most) =>
      Promise.resolve(Math.min(most, reviews.filter(({ state }) => state === 'open').length)),
    list: (_merchantId, { state, kind, limit }) =>
      Promise.resolve(
        reviews
          .filter((one) => state === undefined || one.state === state)
          .filter((one) => kind === undefined || one.kind === kind)
          .slice(0, limit),
      ),
    resolve: (_merchantId, id, by, now) =>
      attempt(() => {
        const known = reviews.find((one) => one.id === id);
        if (known?.decision && known.decision !== by.decision) throw new Refusal('review_resolved');
        return known ? Object.assign(known, by, { state: 'resolved', resolvedAt: now }) : null;
      }),
  };
}

function attempt<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => resolve(work()));
}
