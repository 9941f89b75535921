import { compareSales } from '../../loyalty';
import type { Review, Sale } from '../../store';
import type { ActivityDeps } from '../runtime';
import { attach, changeMatch, handOver, note, strike } from './sale-accounts';
import { candidatesOf, isOlder, markOf, pairOf, rootOf } from './sale-candidates';
import type { Candidate } from './sale-candidates';

export { allRefs } from './sale-accounts';

/** The sale as stored after it was compared, and as what: to be stored with whatever comes of it. */
export interface Matched {
  sale: Sale;
  matchedAs: string | null;
}

/** A purchase that the sale may be part of: a person has to say. */
type Doubt = Pick<Candidate, 'root' | 'reasons' | 'review'>;

/**
 * The sale as it counts once other sources' accounts of the same purchase are known. A certain account counts by the earlier
 * one; a doubtful one is held until a person has decided. Decided anew from what is stored each time, so repeated, reordered
 * and lost wake-ups do no harm.
 */
export async function matchSources(deps: ActivityDeps, sale: Sale, now: Date): Promise<Matched> {
  let lost: Doubt | null = null;
  if (sale.duplicateOf !== null) {
    const kept = await keepDuplicate(deps, sale, sale.duplicateOf, now);
    if ('sale' in kept) return { sale: kept.sale, matchedAs: null };
    lost = kept.lost;
  }
  if (sale.sourceStatus !== 'completed') {
    const over = sale.sourceStatus === 'missing' ? await handOver(deps, sale, now) : null;
    return { sale: over ?? (await changeMatch(deps, sale, { duplicateOf: null })), matchedAs: null };
  }
  const matchedAs = JSON.stringify(markOf(sale));
  if (sale.matchedAs === matchedAs && sale.heldFor === null && sale.duplicateOf === null)
    return { sale, matchedAs };
  const candidates = await candidatesOf(deps, sale);
  const same = candidates.filter(({ verdict, earlier }) => verdict === 'same' && earlier);
  const root =
    (same.find((one) => one.root.heldFor === null) ?? same[0])?.root ?? (await decided(deps, sale));
  await makeLookAgain(deps, sale, candidates, root);
  if (root) return { sale: await attach(deps, sale, root, now), matchedAs: null };
  return {
    sale: await hold(deps, sale, [...(lost ? [lost] : []), ...candidates.filter(isDoubt)], now),
    matchedAs,
  };
}

function isDoubt({ verdict, earlier }: Candidate): boolean {
  return verdict === 'doubtful' && earlier;
}

/** An account that counts by another goes on doing so, unless both are live and no longer agree: then `lost` is what it counted by. */
async function keepDuplicate(
  deps: ActivityDeps,
  sale: Sale,
  rootId: string,
  now: Date,
): Promise<{ sale: Sale } | { lost: Doubt | null }> {
  const root = await deps.store.sales.get(sale.merchantId, rootId);
  if (!root) return { lost: null };
  if (root.duplicateOf === sale.id && sale.sourceStatus === 'completed' && isOlder(sale, root))
    return { lost: null };
  const top = root.duplicateOf === null ? root : await rootOf(deps, root);
  if (top && top.id !== root.id && top.id !== sale.id) return { sale: await attach(deps, sale, top, now) };
  if (sale.sourceStatus === 'completed' && root.sourceStatus === 'completed') {
    const doubt = await doubtAbout(deps, sale, root);
    if (doubt) {
      await strike(deps, root, sale);
      return { lost: doubt.review?.decision === 'distinct' ? null : doubt };
    }
  }
  await deps.runs.benefitMoved(await note(deps, root, sale, now), sale.id);
  return { sale };
}

/** What speaks against the sale's being the purchase it counts by; null where nothing does. Any account of it will do. */
async function doubtAbout(deps: ActivityDeps, sale: Sale, root: Sale): Promise<Doubt | null> {
  const review = await deps.store.reviews.of(pairOf(sale, root));
  if (review?.decision === 'same') return null;
  const { verdict, reasons } = compareSales(markOf(sale), markOf(root));
  if (review?.decision === 'distinct') return { root, reasons, review };
  if (verdict === 'same') return null;
  for (const { saleId } of root.evidence) {
    const other = saleId === sale.id ? null : await deps.store.sales.get(sale.merchantId, saleId);
    if (other && compareSales(markOf(sale), markOf(other)).verdict === 'same') return null;
  }
  return { root, reasons: reasons.length > 0 ? reasons : NO_LONGER, review };
}

const NO_LONGER = ['Os dados deixaram de coincidir'];

/** Other accounts that have to act on the pair compare themselves again; once they have, they are not asked any more. */
async function makeLookAgain(
  deps: ActivityDeps,
  sale: Sale,
  candidates: readonly Candidate[],
  root: Sale | null,
): Promise<void> {
  for (const { root: other, verdict, earlier, review } of candidates) {
    const joins = verdict === 'same' && other.id !== root?.id && (!earlier || root !== null);
    const asks = verdict === 'doubtful' && !earlier && review === null;
    if (joins || asks)
      await deps.runs.benefitMoved(await changeMatch(deps, other, { matchedAs: null }), sale.id);
  }
}

/** The account that a person has said the held sale to be the same as. */
async function decided(deps: ActivityDeps, sale: Sale): Promise<Sale | null> {
  const { review, other } = await heldOver(deps, sale);
  return review?.decision === 'same' && other ? rootOf(deps, other) : null;
}

/** Doubtful pairs go to the review list; the later sale waits for the decision, unless it has been paid already. */
async function hold(deps: ActivityDeps, sale: Sale, doubts: readonly Doubt[], now: Date): Promise<Sale> {
  const { review: former, other } = await heldOver(deps, sale);
  let heldFor = former?.state === 'open' && other && other.sourceStatus !== 'missing' ? former.id : null;
  for (const { root, reasons, review } of doubts) {
    const asked =
      review ?? (await deps.store.reviews.open(pairOf(sale, root), factsOf(sale, root, reasons), now));
    if (asked.state === 'open') heldFor ??= asked.id;
  }
  const paid = sale.earnedCents + sale.earnedPoints + sale.earnedVouchers > 0;
  const set = { duplicateOf: null, heldFor: paid ? null : heldFor };
  const text =
    set.heldFor === null
      ? 'Não é a mesma compra que outra venda: conta por si'
      : 'Em revisão: pode ser a mesma compra que outra venda';
  const moved = set.heldFor !== sale.heldFor || sale.duplicateOf !== null;
  return changeMatch(deps, sale, set, moved ? { at: now, event: 'compared', text } : undefined);
}

async function heldOver(
  { store }: ActivityDeps,
  { merchantId, id, heldFor }: Sale,
): Promise<{ review: Review | null; other: Sale | null }> {
  const review = heldFor === null ? null : await store.reviews.get(merchantId, heldFor);
  const otherId = review?.subjects.find((subject) => subject !== id);
  return { review, other: otherId === undefined ? null : await store.sales.get(merchantId, otherId) };
}

/** What an operator needs to decide: what was compared, and why it is doubtful. Ids, numbers and amounts only. */
function factsOf(sale: Sale, root: Sale, reasons: readonly string[]): Record<string, unknown> {
  const shown = (one: Sale): Record<string, unknown> => ({
    saleId: one.id,
    channel: one.channel,
    externalId: one.externalId,
    number: one.number,
    marketplaceNumber: one.marketplaceNumber,
    invoiceNumber: one.invoiceNumber,
    totalCents: one.totalCents,
    date: markOf(one).date,
    customerId: one.customerId,
  });
  return { reasons, sales: [shown(root), shown(sale)] };
}
