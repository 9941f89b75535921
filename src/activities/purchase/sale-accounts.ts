import type { Sale, SaleChange, SaleEvidence } from '../../store';
import type { ActivityDeps } from '../runtime';

/** What comparing sales writes into them. */
type MatchFields = Partial<
  Pick<
    Sale,
    | 'duplicateOf'
    | 'heldFor'
    | 'evidence'
    | 'customerId'
    | 'claimedAt'
    | 'matchedAs'
    | 'returns'
    | 'returnedCents'
  >
>;

/** What names the purchase: the sale's own names, and those other sources have for it. */
export function allRefs({ refs, evidence }: Sale): string[] {
  return [...new Set([...refs, ...evidence.flatMap((account) => account.refs)])];
}

/** The sale counts by `root` from now on, and with it whatever counted by the sale. Done again, it changes nothing. */
export async function attach(deps: ActivityDeps, sale: Sale, root: Sale, now: Date): Promise<Sale> {
  const counted = await moveAccounts(deps, sale, await note(deps, root, sale, now), now);
  await deps.runs.benefitMoved(counted, sale.id);
  const text = `A mesma compra que a venda ${root.number ?? root.externalId}: conta por ela`;
  const event = sale.duplicateOf === root.id ? undefined : { at: now, event: 'matched', text };
  return changeMatch(deps, sale, { duplicateOf: root.id, heldFor: null, evidence: [] }, event);
}

/**
 * The source of the account that counted has deleted it: a live account of the same purchase counts in its place, and this one
 * by it, so that what was spent on the purchase stays spent. Null where there is none.
 */
export async function handOver(deps: ActivityDeps, sale: Sale, now: Date): Promise<Sale | null> {
  const heir = await heirOf(deps, sale);
  if (!heir) return null;
  const counts = { duplicateOf: null, heldFor: null, matchedAs: null };
  const counted = await moveAccounts(deps, sale, await note(deps, heir, sale, now, counts), now);
  await deps.runs.benefitMoved(counted, sale.id);
  const text = `Excluída na origem: a compra conta pela venda ${heir.number ?? heir.externalId}`;
  const event = { at: now, event: 'handed_over', text };
  return changeMatch(deps, sale, { duplicateOf: heir.id, evidence: [] }, event);
}

/**
 * Writes a source's account into the sale that counts: its state, its names, the goods that came back to it, and who bought
 * where that was not known.
 */
export async function note(
  deps: ActivityDeps,
  root: Sale,
  sale: Sale,
  now: Date,
  besides: MatchFields = {},
): Promise<Sale> {
  const known = root.evidence.find(({ saleId }) => saleId === sale.id);
  const { id: saleId, channel, externalId, number, refs } = sale;
  const cancelled = sale.sourceStatus === 'cancelled';
  const account: SaleEvidence = {
    ...{ saleId, channel, externalId, number, refs, cancelled },
    at: known?.at ?? now,
  };
  const others = root.evidence.filter(({ saleId: id }) => id !== sale.id);
  const claimed =
    root.customerId === null && sale.customerId !== null
      ? { customerId: sale.customerId, ...(root.programVersion === null ? {} : { claimedAt: now }) }
      : {};
  const evidence = [...others, account].sort((a, b) => (a.saleId < b.saleId ? -1 : 1));
  return changeMatch(deps, root, { evidence, ...withReturnsOf(root, sale), ...claimed, ...besides });
}

/** Takes a source's account, and the goods that came back to it, out of the sale that counted. */
export async function strike(deps: ActivityDeps, root: Sale, sale: Sale): Promise<void> {
  const own = new Set(sale.returns.map(({ id }) => id));
  const returns = root.returns.filter(({ id }) => !own.has(id));
  const evidence = root.evidence.filter(({ saleId }) => saleId !== sale.id);
  await changeMatch(deps, root, { evidence, returns, returnedCents: sumOf(returns) });
  await deps.runs.benefitMoved(root, sale.id);
}

/** Stores the change over the version read, if it is one, and answers the sale with it. */
export async function changeMatch(
  { store }: ActivityDeps,
  sale: Sale,
  set: MatchFields,
  event?: SaleChange['event'],
): Promise<Sale> {
  const same = Object.entries(set).every(
    ([field, value]) => JSON.stringify(sale[field as keyof Sale]) === JSON.stringify(value),
  );
  if (same) return sale;
  const { merchantId, id, version } = sale;
  await store.sales.change({ merchantId, id, version, set, ...(event ? { event } : {}) });
  return { ...sale, ...set, version: version + 1 };
}

/** The first account that its source still has as completed. */
async function heirOf(deps: ActivityDeps, sale: Sale): Promise<Sale | null> {
  for (const { saleId } of sale.evidence) {
    const account = await deps.store.sales.get(sale.merchantId, saleId);
    if (account?.sourceStatus !== 'completed') continue;
    const has = account.evidence.some((other) => other.saleId === sale.id);
    if (account.duplicateOf === sale.id || has) return account;
  }
  return null;
}

/** Whatever counted by `from` counts by `root`. */
async function moveAccounts(deps: ActivityDeps, from: Sale, root: Sale, now: Date): Promise<Sale> {
  let counted = root;
  for (const { saleId } of from.evidence) {
    const account = saleId === root.id ? null : await deps.store.sales.get(from.merchantId, saleId);
    if (account?.duplicateOf !== from.id) continue;
    counted = await note(deps, counted, account, now);
    await changeMatch(deps, account, { duplicateOf: root.id });
  }
  return counted;
}

/** Goods come back once, whichever account was told; together never more than the sale. */
function withReturnsOf(root: Sale, { returns }: Sale): Pick<Sale, 'returns' | 'returnedCents'> {
  const known = new Set(root.returns.map(({ id }) => id));
  const all = [...root.returns];
  for (const made of returns) {
    const amountCents = Math.min(made.amountCents, root.totalCents - sumOf(all));
    if (!known.has(made.id) && amountCents > 0) all.push({ ...made, amountCents });
  }
  return { returns: all, returnedCents: sumOf(all) };
}

function sumOf(returns: Sale['returns']): number {
  return returns.reduce((sum, { amountCents }) => sum + amountCents, 0);
}
