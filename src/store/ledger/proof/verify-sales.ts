import type { LedgerProblem } from '../../../loyalty';
import type { AttestedState } from './attested';
import type { AttestedSale } from './attested-digest';
import { strangeAt } from './kinds';
import { changedBetween } from './links';
import type { Links } from './links';
import type { StoredSale, StoredSales } from './read-sales';
import type { StoredCustomer } from './stored-customer';

/** What became of comparing the sales that a customer's chains attest with those that are stored. */
export interface SaleFindings {
  problems: LedgerProblem[];
  /** Sales that another version has changed since they were attested, or had sealed in a way unknown here: nothing can be said of them. */
  unattested: number;
}

/** Clocks of processes differ; none by as much. */
const CLOCKS_DIFFER_MS = 3_600_000;

/** Since when no version writes any more that attests no sales, and none that seals no sales; null: one may. */
export interface Alone {
  attested: Date | null;
  sealed: Date | null;
}

/**
 * Every sale that a customer's chains attest is there, and as they left it; or as another customer's chains did later, which is
 * compared there. And whatever says that it is this customer's is attested, or sealed.
 */
export function saleFindings(
  { wallet, sales }: Pick<StoredCustomer, 'wallet' | 'sales'>,
  state: Pick<AttestedState, 'sales' | 'links'>,
  alone: Alone,
): SaleFindings {
  const { links } = state;
  const found: SaleFindings = { problems: linkProblems(links, sales, alone), unattested: links.unread };
  const say = (subject: string, problems: readonly string[]): void => {
    found.problems.push(...problems.map((problem) => ({ subject, problem })));
  };
  for (const [id, attested] of state.sales) {
    const sale = sales.byId.get(id);
    if (!sale) say(id, [`is missing, though ${attested.by} left it`]);
    else if (sale.attested?.in !== wallet._id) say(id, elsewhereProblems(wallet._id, sale, attested, sales));
    else {
      if (sale.foreign && !alone.attested) found.unattested += 1;
      say(id, [...numberProblems(sale, attested), ...contentProblems(sale, attested, alone.attested)]);
    }
  }
  for (const sale of sales.ownedBy(wallet._id))
    if (!state.sales.has(sale._id)) say(sale._id, unnamedProblems(sale, sales, alone));
  return found;
}

/** What was before each digest is what the digest before it says. */
function linkProblems(
  { problems, crossings, unattested, unsealed }: Links,
  sales: StoredSales,
  alone: Alone,
): LedgerProblem[] {
  const astray = crossings.filter(
    ({ saleId: id, chain, n, digest }) => !sales.stands(chain, { id, n, digest }),
  );
  const after = (since: Date | null) => (one: { at: Date }) =>
    since !== null && one.at.getTime() > since.getTime() + CLOCKS_DIFFER_MS;
  return [
    ...problems,
    ...astray.map(({ saleId: subject, by, chain }) => ({ subject, problem: changedBetween(by, chain) })),
    ...unattested.filter(after(alone.attested)).map(({ saleId: subject, by }) => ({
      subject,
      problem: `had been written by somebody who attests nothing when ${by} was written`,
    })),
    ...unsealed.filter(after(alone.sealed)).map(({ saleId: subject, by }) => ({
      subject,
      problem: `had been written by somebody who seals nothing when ${by} was written`,
    })),
  ];
}

/** Whoever is said to have attested it since has done so; and a sale is counted over all chains, so no number is in two. */
function elsewhereProblems(
  customerId: string,
  { _id, attested }: StoredSale,
  before: AttestedSale,
  sales: StoredSales,
): string[] {
  if (!attested) return [`says that nobody attested it, though ${before.by} did`];
  const twice = sales.givenTwice(customerId, _id);
  if (twice)
    return [`is number ${twice.n} in the chain of ${customerId}, and once more in that of ${twice.chain}`];
  const newest = sales.newestIn(attested.in, _id);
  return newest === attested.n && newest > before.n
    ? []
    : [`nothing of ${attested.in} says that it was changed since ${before.by} left it`];
}

function numberProblems({ attested }: StoredSale, { n, by }: AttestedSale): string[] {
  return attested?.n === n ? [] : [`says that it was attested ${attested?.n} times; ${by} was number ${n}`];
}

function contentProblems(sale: StoredSale, attested: AttestedSale, alone: Date | null): string[] {
  const { foreign, digest, hasItsKeys } = sale;
  if (foreign) return alone ? ['was written by somebody who attests nothing'] : [];
  return [
    ...strangeProblems(sale),
    ...(digest === attested.digest ? [] : [`is not as ${attested.by} left it`]),
    ...((hasItsKeys ?? !alone) ? [] : ['is not found by the names it has']),
  ];
}

/** A customer's sale that none of that customer's chains names: another's does, or it has not been in any wallet and earned nothing. */
function unnamedProblems(sale: StoredSale, sales: StoredSales, alone: Alone): string[] {
  const { _id, attested, earned, sealed } = sale;
  if (attested)
    return sales.newestIn(attested.in, _id) > 0
      ? []
      : [`says that ${attested.in} attested it, and nothing there says so`];
  return [
    ...(sealed ? [] : strangeProblems(sale)),
    ...(sealed || !alone.sealed ? [] : ['nothing says that it was ever written']),
    ...(earned && alone.attested
      ? ['says that it earned something, and nothing says that it was ever settled']
      : []),
  ];
}

function strangeProblems({ strange }: StoredSale): string[] {
  return strange.map(strangeAt);
}
