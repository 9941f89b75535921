import { isChangedBy, patched } from '../../loyalty';
import type {
  Instant,
  Sale,
  SaleEvent,
  SalePatch,
  SalePurchase,
  SaleReturn,
  SaleTelling,
} from '../../loyalty';
import type { ActivityDeps } from '../runtime';
import { wakeSale } from '../../runs';

/** The sale counts by `root` from now on, and with it whatever counted by the sale. Done again, it changes nothing. */
export async function attach(deps: ActivityDeps, sale: Sale, root: Sale, now: Instant): Promise<Sale> {
  const counted = await moveAccounts(deps, sale, await note(deps, root, sale, now), now);
  await wakeSale(deps, counted, sale.id);
  const text = `A mesma compra que a venda ${root.source.number ?? root.source.externalId}: conta por ela`;
  const event = sale.purchase.duplicateOf === root.id ? undefined : { at: now, event: 'matched', text };
  return changeMatch(deps, sale, { purchase: { duplicateOf: root.id, reviewId: null, tellings: [] } }, event);
}

/**
 * The source of the account that counted has deleted it: a live account of the same purchase counts in its place, and this one
 * by it, so that what was spent on the purchase stays spent. Null where there is none.
 */
export async function handOver(deps: ActivityDeps, sale: Sale, now: Instant): Promise<Sale | null> {
  const heir = await heirOf(deps, sale);
  if (!heir) return null;
  const counts = { duplicateOf: null, reviewId: null, comparedAs: null };
  const counted = await moveAccounts(deps, sale, await note(deps, heir, sale, now, counts), now);
  await wakeSale(deps, counted, sale.id);
  const text = `Excluída na origem: a compra conta pela venda ${heir.source.number ?? heir.source.externalId}`;
  const event = { at: now, event: 'handed_over', text };
  return changeMatch(deps, sale, { purchase: { duplicateOf: heir.id, tellings: [] } }, event);
}

/**
 * Writes a source's account into the sale that counts: its state, its names, the goods that came back to it, and who bought
 * where that was not known.
 */
export async function note(
  deps: ActivityDeps,
  root: Sale,
  sale: Sale,
  now: Instant,
  besides: Partial<SalePurchase> = {},
): Promise<Sale> {
  const known = root.purchase.tellings.find(({ saleId }) => saleId === sale.id);
  const { channel, externalId, number, refs, status } = sale.source;
  const telling: SaleTelling = {
    ...{ saleId: sale.id, channel, externalId, number, refs },
    cancelled: status === 'cancelled',
    at: known?.at ?? now,
  };
  const others = root.purchase.tellings.filter(({ saleId }) => saleId !== sale.id);
  const claimed =
    root.owner.customerId === null && sale.owner.customerId !== null
      ? {
          customerId: sale.owner.customerId,
          ...(root.benefit.programVersion === null ? {} : { claimedAt: now }),
        }
      : {};
  const tellings = [...others, telling].sort((a, b) => (a.saleId < b.saleId ? -1 : 1));
  const purchase = { tellings, ...withReturnsOf(root, sale), ...besides };
  return changeMatch(deps, root, { purchase, owner: claimed });
}

/** Takes a source's account, and the goods that came back to it, out of the sale that counted. */
export async function strike(deps: ActivityDeps, root: Sale, sale: Sale): Promise<void> {
  const own = new Set(sale.purchase.returns.map(({ id }) => id));
  const returns = root.purchase.returns.filter(({ id }) => !own.has(id));
  const tellings = root.purchase.tellings.filter(({ saleId }) => saleId !== sale.id);
  await changeMatch(deps, root, { purchase: { tellings, returns, returnedCents: sumOf(returns) } });
  await wakeSale(deps, root, sale.id);
}

/** Stores the change over the version read, if it is one, and answers the sale with it. */
export async function changeMatch(
  { store }: ActivityDeps,
  sale: Sale,
  patch: SalePatch,
  event?: SaleEvent,
): Promise<Sale> {
  if (!isChangedBy(sale, patch)) return sale;
  const { merchantId, id, version } = sale;
  await store.sales.change({ merchantId, id, version, patch, ...(event ? { event } : {}) });
  return { ...patched(sale, patch), version: version + 1 };
}

/** The first account that its source still has as completed. */
async function heirOf(deps: ActivityDeps, sale: Sale): Promise<Sale | null> {
  for (const { saleId } of sale.purchase.tellings) {
    const account = await deps.store.sales.get(sale.merchantId, saleId);
    if (account?.source.status !== 'completed') continue;
    const has = account.purchase.tellings.some((other) => other.saleId === sale.id);
    if (account.purchase.duplicateOf === sale.id || has) return account;
  }
  return null;
}

/** Whatever counted by `from` counts by `root`. */
async function moveAccounts(deps: ActivityDeps, from: Sale, root: Sale, now: Instant): Promise<Sale> {
  let counted = root;
  for (const { saleId } of from.purchase.tellings) {
    const account = saleId === root.id ? null : await deps.store.sales.get(from.merchantId, saleId);
    if (account?.purchase.duplicateOf !== from.id) continue;
    counted = await note(deps, counted, account, now);
    await changeMatch(deps, account, { purchase: { duplicateOf: root.id } });
  }
  return counted;
}

/** Goods come back once, whichever account was told; together never more than the sale. */
function withReturnsOf(root: Sale, { purchase }: Sale): Pick<SalePurchase, 'returns' | 'returnedCents'> {
  const known = new Set(root.purchase.returns.map(({ id }) => id));
  const all = [...root.purchase.returns];
  for (const made of purchase.returns) {
    const amountCents = Math.min(made.amountCents, root.content.totalCents - sumOf(all));
    if (!known.has(made.id) && amountCents > 0) all.push({ ...made, amountCents });
  }
  return { returns: all, returnedCents: sumOf(all) };
}

function sumOf(returns: readonly SaleReturn[]): number {
  return returns.reduce((sum, { amountCents }) => sum + amountCents, 0);
}
