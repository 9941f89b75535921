import { compareSales } from '../../loyalty';
import type { Review } from '../../store';
import type { Instant, Sale } from '../../loyalty';
import type { ActivityDeps } from '../runtime';
import { wakeSale } from '../../runs';
import { attach, changeMatch, handOver, note, strike } from './sale-accounts';
import { candidatesOf, isOlder, markOf, pairOf, rootOf } from './sale-candidates';
import type { Candidate } from './sale-candidates';

/** The sale as stored after it was compared, and as what: to be stored with whatever comes of it. */
export interface Matched {
  sale: Sale;
  comparedAs: string | null;
}

/** A purchase that the sale may be part of: a person has to say. */
type Doubt = Pick<Candidate, 'root' | 'reasons' | 'review'>;

/**
 * The sale as it counts once other sources' accounts of the same purchase are known. A certain account counts by the earlier
 * one; a doubtful one is held until a person has decided. Decided anew from what is stored each time, so repeated, reordered
 * and lost wake-ups do no harm.
 */
export async function matchSources(deps: ActivityDeps, sale: Sale, now: Instant): Promise<Matched> {
  let lost: Doubt | null = null;
  if (sale.purchase.duplicateOf !== null) {
    const kept = await keepDuplicate(deps, sale, sale.purchase.duplicateOf, now);
    if ('sale' in kept) return { sale: kept.sale, comparedAs: null };
    lost = kept.lost;
  }
  if (sale.source.status !== 'completed') {
    const over = sale.source.status === 'missing' ? await handOver(deps, sale, now) : null;
    return {
      sale: over ?? (await changeMatch(deps, sale, { purchase: { duplicateOf: null } })),
      comparedAs: null,
    };
  }
  const comparedAs = JSON.stringify(markOf(sale));
  if (
    sale.purchase.comparedAs === comparedAs &&
    sale.purchase.reviewId === null &&
    sale.purchase.duplicateOf === null
  )
    return { sale, comparedAs };
  const candidates = await candidatesOf(deps, sale);
  const same = candidates.filter(({ verdict, earlier }) => verdict === 'same' && earlier);
  const root =
    (same.find((one) => one.root.purchase.reviewId === null) ?? same[0])?.root ?? (await decided(deps, sale));
  await makeLookAgain(deps, sale, candidates, root);
  if (root) return { sale: await attach(deps, sale, root, now), comparedAs: null };
  return {
    sale: await hold(deps, sale, [...(lost ? [lost] : []), ...candidates.filter(isDoubt)], now),
    comparedAs,
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
  now: Instant,
): Promise<{ sale: Sale } | { lost: Doubt | null }> {
  const root = await deps.store.sales.get(sale.merchantId, rootId);
  if (!root) return { lost: null };
  if (root.purchase.duplicateOf === sale.id && sale.source.status === 'completed' && isOlder(sale, root))
    return { lost: null };
  const top = root.purchase.duplicateOf === null ? root : await rootOf(deps, root);
  if (top && top.id !== root.id && top.id !== sale.id) return { sale: await attach(deps, sale, top, now) };
  if (sale.source.status === 'completed' && root.source.status === 'completed') {
    const doubt = await doubtAbout(deps, sale, root);
    if (doubt) {
      await strike(deps, root, sale);
      return { lost: doubt.review?.decision === 'distinct' ? null : doubt };
    }
  }
  await wakeSale(deps, await note(deps, root, sale, now), sale.id);
  return { sale };
}

/** What speaks against the sale's being the purchase it counts by; null where nothing does. Any account of it will do. */
async function doubtAbout(deps: ActivityDeps, sale: Sale, root: Sale): Promise<Doubt | null> {
  const review = await deps.store.reviews.of(pairOf(sale, root));
  if (review?.decision === 'same') return null;
  const { verdict, reasons } = compareSales(markOf(sale), markOf(root));
  if (review?.decision === 'distinct') return { root, reasons, review };
  if (verdict === 'same') return null;
  for (const { saleId } of root.purchase.tellings) {
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
      await wakeSale(deps, await changeMatch(deps, other, { purchase: { comparedAs: null } }), sale.id);
  }
}

/** The account that a person has said the held sale to be the same as. */
async function decided(deps: ActivityDeps, sale: Sale): Promise<Sale | null> {
  const { review, other } = await heldOver(deps, sale);
  return review?.decision === 'same' && other ? rootOf(deps, other) : null;
}

/** Doubtful pairs go to the review list; the later sale waits for the decision, unless it has been paid already. */
async function hold(deps: ActivityDeps, sale: Sale, doubts: readonly Doubt[], now: Instant): Promise<Sale> {
  const { review: former, other } = await heldOver(deps, sale);
  let reviewId = former?.state === 'open' && other && other.source.status !== 'missing' ? former.id : null;
  for (const { root, reasons, review } of doubts) {
    const asked =
      review ??
      (await deps.store.reviews.open(pairOf(sale, root), factsOf(sale, root, reasons), new Date(now)));
    if (asked.state === 'open') reviewId ??= asked.id;
  }
  const paid = sale.benefit.earnedCents + sale.benefit.earnedPoints + sale.benefit.earnedVouchers > 0;
  const purchase = { duplicateOf: null, reviewId: paid ? null : reviewId };
  const text =
    purchase.reviewId === null
      ? 'Não é a mesma compra que outra venda: conta por si'
      : 'Em revisão: pode ser a mesma compra que outra venda';
  const moved = purchase.reviewId !== sale.purchase.reviewId || sale.purchase.duplicateOf !== null;
  return changeMatch(deps, sale, { purchase }, moved ? { at: now, event: 'compared', text } : undefined);
}

async function heldOver(
  { store }: ActivityDeps,
  { merchantId, id, purchase }: Sale,
): Promise<{ review: Review | null; other: Sale | null }> {
  const { reviewId } = purchase;
  const review = reviewId === null ? null : await store.reviews.get(merchantId, reviewId);
  const otherId = review?.subjects.find((subject) => subject !== id);
  return { review, other: otherId === undefined ? null : await store.sales.get(merchantId, otherId) };
}

/** What an operator needs to decide: what was compared, and why it is doubtful. Ids, numbers and amounts only. */
function factsOf(sale: Sale, root: Sale, reasons: readonly string[]): Record<string, unknown> {
  const shown = (one: Sale): Record<string, unknown> => ({
    saleId: one.id,
    channel: one.source.channel,
    externalId: one.source.externalId,
    number: one.source.number,
    marketplaceNumber: one.source.marketplaceNumber,
    invoiceNumber: one.source.invoiceNumber,
    totalCents: one.content.totalCents,
    date: markOf(one).date,
    customerId: one.owner.customerId,
  });
  return { reasons, sales: [shown(root), shown(sale)] };
}
