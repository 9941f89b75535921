import { compareSales, fingerprintsOf, localDate, neighbouringFingerprints } from '../loyalty';
import type { SaleComparison, SaleMark } from '../loyalty';
import type { ReviewPair, Sale, SaleEvidence } from '../store';
import type { ActivityDeps } from './deps';
import { wakeSale } from './wake-sales';

/** Another sale, and how it compares with the one that is settled. */
interface Candidate extends SaleComparison {
  sale: Sale;
  /** It was entered before. */
  earlier: boolean;
}

/** The sale as stored after it was compared, and as what: to be stored with whatever comes of it. */
export interface Matched {
  sale: Sale;
  matchedAs: string | null;
}

/**
 * The sale as it counts once other sources' accounts of the same purchase are known. A
 * certain account becomes evidence of the earlier one; a doubtful one is held until a person has decided. Decided anew from
 * what is stored each time, so repeated, reordered and lost wake-ups do no harm.
 */
export async function matchSources(deps: ActivityDeps, sale: Sale, now: Date): Promise<Matched> {
  if (sale.duplicateOf !== null) {
    const still = await keepDuplicate(deps, sale, sale.duplicateOf, now);
    if (still) return { sale: still, matchedAs: null };
  }
  if (sale.sourceStatus === 'missing' && sale.evidence.length > 0) await release(deps, sale);
  if (sale.sourceStatus !== 'completed')
    return { sale: await change(deps, sale, { duplicateOf: null, heldFor: null }), matchedAs: null };
  const matchedAs = JSON.stringify(markOf(sale));
  if (sale.matchedAs === matchedAs && sale.heldFor === null && sale.duplicateOf === null)
    return { sale, matchedAs };
  const candidates = await candidatesOf(deps, sale);
  const primary = candidates.find(({ verdict, earlier }) => verdict === 'same' && earlier);
  if (primary) return { sale: await attach(deps, sale, primary.sale, now), matchedAs: null };
  for (const later of candidates.filter(({ verdict, earlier }) => verdict === 'same' && !earlier))
    if (later.sale.duplicateOf !== sale.id) await wakeSale(deps, later.sale, sale.id);
  return { sale: await hold(deps, sale, candidates, now), matchedAs };
}

/** What names the purchase: the sale's own names, and those other sources have for it. */
export function allRefs({ refs, evidence }: Sale): string[] {
  return [...new Set([...refs, ...evidence.flatMap((account) => account.refs)])];
}

/** A sale that counts elsewhere goes on doing so, and the other sale looks again; null where it no longer does. */
async function keepDuplicate(
  deps: ActivityDeps,
  sale: Sale,
  primaryId: string,
  now: Date,
): Promise<Sale | null> {
  const primary = await deps.store.sales.get(sale.merchantId, primaryId);
  if (!primary || primary.sourceStatus === 'missing') return null;
  if (sale.sourceStatus === 'missing') {
    await note(deps, primary, sale, null);
    return null;
  }
  const live = sale.sourceStatus === 'completed' && primary.sourceStatus === 'completed';
  const decided = await decisionOn(deps, sale, primary);
  if (live && (decided ?? compareSales(markOf(sale), markOf(primary)).verdict) !== 'same') {
    await note(deps, primary, sale, null);
    return null;
  }
  await note(deps, primary, sale, now);
  return sale;
}

async function attach(deps: ActivityDeps, sale: Sale, primary: Sale, now: Date): Promise<Sale> {
  await note(deps, primary, sale, now);
  return change(
    deps,
    sale,
    { duplicateOf: primary.id, heldFor: null },
    now,
    'A mesma compra que outra venda',
  );
}

/** Writes a source's account into the sale that counts, or takes it out (`now` null), and lets that sale look again. */
async function note(deps: ActivityDeps, primary: Sale, sale: Sale, now: Date | null): Promise<void> {
  const others = primary.evidence.filter(({ saleId }) => saleId !== sale.id);
  const known = primary.evidence.find(({ saleId }) => saleId === sale.id);
  const { id: saleId, channel, externalId, number, refs } = sale;
  const cancelled = sale.sourceStatus === 'cancelled';
  const account: SaleEvidence | null = now && {
    ...{ saleId, channel, externalId, number, refs, cancelled },
    at: known?.at ?? now,
  };
  const claimed =
    account && primary.customerId === null && sale.customerId !== null
      ? { customerId: sale.customerId, ...(primary.programVersion === null ? {} : { claimedAt: now }) }
      : {};
  await change(deps, primary, { evidence: account ? [...others, account] : others, ...claimed });
  await wakeSale(deps, primary, sale.id);
}

/** The source of the sale that counted has deleted it: the other accounts have to count themselves. */
async function release(deps: ActivityDeps, sale: Sale): Promise<void> {
  for (const { saleId } of sale.evidence) {
    const other = await deps.store.sales.get(sale.merchantId, saleId);
    if (other) await wakeSale(deps, other, sale.id);
  }
}

/** Doubtful pairs go to the review list; the later sale waits for the decision, unless it has been paid already. */
async function hold(
  deps: ActivityDeps,
  sale: Sale,
  candidates: readonly Candidate[],
  now: Date,
): Promise<Sale> {
  let heldFor: string | null = null;
  for (const { sale: other, verdict, earlier, reasons } of candidates) {
    if (verdict !== 'doubtful' || !earlier) continue;
    const review = await deps.store.reviews.open(pairOf(sale, other), { reasons }, now);
    if (review.state === 'open') heldFor ??= review.id;
  }
  const paid = sale.programVersion !== null && sale.heldFor === null;
  return change(deps, sale, { duplicateOf: null, heldFor: paid ? null : heldFor });
}

async function candidatesOf(deps: ActivityDeps, sale: Sale): Promise<Candidate[]> {
  const { sameSales, sales } = deps.store;
  const mark = markOf(sale);
  const keys = { own: fingerprintsOf(mark), nearby: neighbouringFingerprints(mark) };
  const { before, after, nearby } = await sameSales.enter(sale.merchantId, sale.id, keys);
  const candidates: Candidate[] = [];
  for (const id of new Set([...before, ...after, ...nearby])) {
    const other = id === sale.id ? null : await sales.get(sale.merchantId, id);
    if (!other || other.sourceStatus !== 'completed' || other.duplicateOf !== null) continue;
    const decided = await decisionOn(deps, sale, other);
    const found = compareSales(mark, markOf(other));
    const earlier = before.includes(id) || (!after.includes(id) && isOlder(other, sale));
    candidates.push({ ...found, verdict: decided ?? found.verdict, sale: other, earlier });
  }
  return candidates;
}

async function decisionOn({ store }: ActivityDeps, a: Sale, b: Sale): Promise<'same' | 'distinct' | null> {
  return (await store.reviews.of(pairOf(a, b)))?.decision ?? null;
}

function pairOf(a: Sale, b: Sale): ReviewPair {
  return { merchantId: a.merchantId, kind: 'same_sale', subjects: [a.id, b.id] };
}

function isOlder(a: Sale, b: Sale): boolean {
  const [one, two] = [a.createdAt.getTime(), b.createdAt.getTime()];
  return one === two ? a.id < b.id : one < two;
}

function markOf(sale: Sale): SaleMark {
  const { externalId, number, marketplaceNumber, invoiceNumber } = sale;
  const present = (numbers: (string | null)[]): string[] => numbers.filter((one) => one !== null);
  const own = sale.channel === 'ecommerce' ? [externalId, number] : [];
  return {
    saleId: sale.id,
    source: `${sale.channel}/${sale.connectionId ?? ''}`,
    totalCents: sale.totalCents,
    date: localDate((sale.soldAt ?? sale.createdAt).getTime(), sale.zone),
    numbers: present([externalId, number, marketplaceNumber, invoiceNumber]),
    shopOrders: present([marketplaceNumber, ...own]),
    customerId: sale.customerId,
  };
}

/** Stores the change over the version read, if it is one, and answers the sale with it. */
async function change(
  { store }: ActivityDeps,
  sale: Sale,
  set: Partial<Pick<Sale, 'duplicateOf' | 'heldFor' | 'evidence' | 'customerId' | 'claimedAt'>>,
  at: Date | null = null,
  text = '',
): Promise<Sale> {
  const same = Object.entries(set).every(
    ([field, value]) => JSON.stringify(sale[field as keyof Sale]) === JSON.stringify(value),
  );
  if (same) return sale;
  const { merchantId, id, version } = sale;
  const event = at ? { event: { at, event: 'matched', text } } : {};
  await store.sales.change({ merchantId, id, version, set, ...event });
  return { ...sale, ...set, version: version + 1 };
}
