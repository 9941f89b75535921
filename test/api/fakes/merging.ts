import type { Sale } from '../../../src/loyalty';
import { MergeError, ReviewResolvedError } from '../../../src/store';
import type { Customer, Merge, MergeOrder, Merges, Review, Reviews } from '../../../src/store';

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
    if (!known) throw new MergeError('customer_not_found');
    return known;
  };
  function merge({ force, ...order }: MergeOrder, at: Date): Merge {
    const [from, into] = [customer(order.from), customer(order.into)];
    if (from === into) throw new MergeError('same_customer');
    if (from.mergedInto || into.mergedInto) throw new MergeError('already_merged');
    if (!force && from.document && into.document && from.document.value !== into.document.value)
      throw new MergeError('two_documents');
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
        if (known.undoneAt) throw new MergeError('already_undone');
        customer(known.from).mergedInto = null;
        const set = { undoneAt: new Date(now), undoneBy: by.operator, undoReason: by.reason };
        return Object.assign(known, set, { undoCall: by.call, woken: false });
      }),
    get: (_merchantId, id) => Promise.resolve(find(id) ?? null),
    ofCustomer: (_merchantId, id) =>
      Promise.resolve(merges.filter(({ from, into }) => from === id || into === id)),
    toWake: (_merchantId, id) => Promise.resolve(merges.filter(({ into, woken }) => into === id && !woken)),
    woken(_merchantId, id) {
      Object.assign(find(id)!, { woken: true });
      return Promise.resolve();
    },
  };
}

export function reviewsIn({ reviews }: Held): Pick<Reviews, 'get' | 'list' | 'resolve'> {
  return {
    get: (_merchantId, id) => Promise.resolve(reviews.find((one) => one.id === id) ?? null),
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
        if (known?.decision && known.decision !== by.decision) throw new ReviewResolvedError('otherwise');
        return known ? Object.assign(known, by, { state: 'resolved', resolvedAt: now }) : null;
      }),
  };
}

function attempt<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => resolve(work()));
}
