import type { Books, UseRow } from './books';
import type { Deeds, Sold, Used } from './deeds';
import { personOf } from './people';

/** The program of the shops pays a twentieth: 5 %, and the fraction of a cent is nobody's. */
const SHARE = 20;
/** Alerts that no kill explains, also where they are closed again. */
const DEFECTS: ReadonlySet<string> = new Set([
  'ledger_misfit',
  'step_defect',
  'record_missing',
  'clock_skew',
]);
/**
 * Kills explain that a step fails ten times, and its alert ends an hour after the last of them. One that never got through shows in what
 * it was to do: its sale, its message or its run.
 */
const EXPLAINED = 'step_stuck';

/** Whatever is otherwise than what was done makes it, in a sentence each. */
export function deviations(deeds: Deeds, books: Books): string[] {
  return [
    ...deeds.refused,
    ...saleDeviations(deeds, books),
    ...buyerDeviations(deeds, books),
    ...useDeviations(deeds, books),
    ...walletDeviations(deeds, books),
    ...voucherDeviations(books),
    ...messageDeviations(deeds, books),
    ...books.ledgerProblems,
    ...books.brokenRuns.map((run) => `the run ${run} did not end by itself`),
    ...books.alerts
      .filter(({ kind, resolvedAt }) => DEFECTS.has(kind) || (resolvedAt === null && kind !== EXPLAINED))
      .map(({ kind, text }) => `there is an alert ${kind}: ${text}`),
  ];
}

/** How often each member of a list is there. */
function tally<T>(list: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>();
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

function earnedBy({ totalCents }: Sold): number {
  return Math.floor(totalCents / SHARE);
}

function saleDeviations({ sold }: Deeds, { sales, entries }: Books): string[] {
  const found = new Map(sales.map((sale) => [sale._id, sale]));
  const caused = tally(
    entries.flatMap(({ type, benefit, saleIds }) =>
      benefit === 'cashback' ? saleIds.map((saleId) => `${saleId} ${type}`) : [],
    ),
  );
  return [
    ...[...sold.values()].flatMap((made) => {
      const sale = found.get(made.saleId);
      if (!sale) return [`the sale ${made.saleId} was acknowledged and is not there`];
      const times = ['EARN_PENDING', 'ACTIVATE'].map((type) => caused.get(`${made.saleId} ${type}`) ?? 0);
      return [
        ...(sale.status === 'active' && sale.earnedCents === earnedBy(made)
          ? []
          : [
              `the sale ${made.saleId} is ${sale.status} with ${sale.earnedCents} cents, not ${earnedBy(made)}`,
            ]),
        ...(times.every((count) => count === 1)
          ? []
          : [`the sale ${made.saleId} was given its cashback ${times.join(' and ')} times, not once`]),
      ];
    }),
    ...sales.filter(({ _id }) => !sold.has(_id)).map(({ _id }) => `nobody made the sale ${_id}`),
  ];
}

/** One buyer is one customer, and one customer is one buyer. */
function buyerDeviations({ sold }: Deeds, { sales }: Books): string[] {
  const customers = new Map<string, Set<string>>();
  const buyers = new Map<string, Set<string>>();
  const note = (map: Map<string, Set<string>>, key: string, value: string): void =>
    void map.set(key, (map.get(key) ?? new Set()).add(value));
  for (const { _id, merchantId, customerId } of sales) {
    const made = sold.get(_id);
    if (!made || customerId === null) continue;
    note(customers, `${merchantId} ${made.buyer}`, customerId);
    note(buyers, customerId, String(made.buyer));
  }
  const several = (map: Map<string, Set<string>>, what: (key: string, others: string) => string): string[] =>
    [...map].flatMap(([key, others]) => (others.size > 1 ? [what(key, [...others].join(', '))] : []));
  return [
    ...several(customers, (buyer, ids) => `the buyer ${buyer} became several customers: ${ids}`),
    ...several(buyers, (id, persons) => `the customer ${id} is several buyers: ${persons}`),
  ];
}

const ENTRIES: Record<string, readonly string[]> = {
  confirmed: ['RESERVE', 'SPEND'],
  released: ['RELEASE', 'RESERVE'],
  rolled_back: ['RESERVE', 'ROLLBACK', 'SPEND'],
};

function useDeviations({ used }: Deeds, { uses, entries }: Books): string[] {
  const found = new Map(uses.map((use) => [use._id, use]));
  const moved = new Map<string, string[]>();
  for (const { type, cause } of entries)
    if (cause.redemptionId !== undefined)
      moved.set(cause.redemptionId, [...(moved.get(cause.redemptionId) ?? []), type].sort());
  return [
    ...[...used.values()].flatMap((asked) =>
      deviationOfUse(asked, found.get(asked.redemptionId), moved.get(asked.redemptionId) ?? []),
    ),
    ...uses.filter(({ _id }) => !used.has(_id)).map(({ _id }) => `nobody asked for the use ${_id}`),
  ];
}

function deviationOfUse(
  { redemptionId, end, amount }: Used,
  row: UseRow | undefined,
  moved: string[],
): string[] {
  const use = `the use ${redemptionId} of ${amount}`;
  if (!row) {
    if (moved.length > 0) return [`${use} moved value (${moved.join(', ')}) and is not there`];
    return end === 'nothing' || end === 'confirmed or nothing'
      ? []
      : [`${use} was acknowledged as ${end} and is not there`];
  }
  if (end === 'nothing') return [`${use} was answered as not done, and is ${row.state}`];
  const due = end === 'confirmed or nothing' ? 'confirmed' : end;
  if (row.state !== due || row.amount !== amount)
    return [`${use} is ${row.state} over ${row.amount}, acknowledged as ${due}`];
  return String(moved) === String(ENTRIES[due])
    ? []
    : [`${use} is ${due} and moved value by ${moved.join(', ')}, not ${ENTRIES[due]!.join(', ')}`];
}

function walletDeviations({ sold }: Deeds, { sales, uses, wallets }: Books): string[] {
  const due = new Map<string, number>();
  const add = (customerId: string | null, cents: number): void =>
    void (customerId !== null && due.set(customerId, (due.get(customerId) ?? 0) + cents));
  for (const { _id, customerId } of sales) if (sold.has(_id)) add(customerId, earnedBy(sold.get(_id)!));
  for (const { customerId, type, state, amount } of uses)
    if (type === 'cashback' && state === 'confirmed') add(customerId, -amount);
  const found = new Map(wallets.map(({ _id, cashback }) => [_id, cashback]));
  return [...due].flatMap(([customerId, cents]) => {
    const cashback = found.get(customerId);
    if (!cashback) return [`the customer ${customerId} has no wallet`];
    const other = cashback.pending + cashback.reserved + cashback.debt;
    return cashback.active === cents && other === 0
      ? []
      : [
          `the customer ${customerId} has ${cashback.active} cents (and ${other} that nobody owes), not ${cents}`,
        ];
  });
}

function voucherDeviations({ vouchers, uses }: Books): string[] {
  const used = tally(
    uses
      .filter(({ type, state }) => type === 'voucher' && state === 'confirmed')
      .map(({ customerId }) => customerId),
  );
  return vouchers.flatMap(({ customerId, buckets }) => {
    const spent = buckets.spent ?? 0;
    const due = used.get(customerId) ?? 0;
    return spent === due && (buckets.reserved ?? 0) === 0
      ? []
      : [`the voucher of ${customerId} was used ${spent} times (${buckets.reserved} reserved), not ${due}`];
  });
}

/** WhatsApp once at most, where it is not said that nobody knows; e-mail once as its mailbox shows it. */
function messageDeviations({ sold }: Deeds, { messages, whatsapp, mails }: Books): string[] {
  const arrived = tally(whatsapp);
  const known = new Map(messages.map((message) => [message._id, message]));
  const perSale = tally(messages.map(({ saleId, channel }) => `${saleId} ${channel}`));
  const mailsDue = tally([...sold.values()].map(({ buyer }) => personOf(buyer).email));
  const mailsCome = tally(mails.map(({ to }) => to));
  return [
    ...[...arrived].flatMap(([id, times]) => {
      if (id === undefined || !known.has(id)) return [`nobody sent the WhatsApp message ${id}`];
      return times > 1 ? [`the WhatsApp message ${id} came ${times} times`] : [];
    }),
    ...messages.flatMap(({ _id, channel, state }) =>
      channel === 'whatsapp' && SENT.has(state) && !arrived.has(_id)
        ? [`the WhatsApp message ${_id} is ${state} and never came`]
        : SENT.has(state) || (channel === 'whatsapp' && state === 'unknown')
          ? []
          : [`the message ${_id} is ${state}`],
    ),
    ...[...sold.keys()].flatMap((saleId) =>
      ['whatsapp', 'email'].flatMap((channel) => {
        const count = perSale.get(`${saleId} ${channel}`) ?? 0;
        return count === 1 ? [] : [`the sale ${saleId} has ${count} messages by ${channel}, not one`];
      }),
    ),
    ...[...mailsDue].flatMap(([to, due]) => {
      const come = mailsCome.get(to) ?? 0;
      return come === due ? [] : [`the mailbox ${to} shows ${come} messages, not ${due}`];
    }),
  ];
}

const SENT = new Set(['sent', 'delivered', 'read']);
