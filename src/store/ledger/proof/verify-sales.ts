import { digestOfSale } from '..';
import { refKeysOf } from '../../sale';
import type { AttestableSale } from '../../sale';
import type { LedgerProblem } from '../../../loyalty';
import type { AttestedSale, AttestedState } from './attested';
import type { StoredCustomer } from './stored-customer';

/** What became of comparing the sales that a customer's chains attest with those that are stored. */
export interface SaleFindings {
  problems: LedgerProblem[];
  /** Sales that another version has changed since they were attested: nothing can be said of them. */
  unattested: number;
}

/**
 * Every sale that a customer's chains attest is there, and as they left it; or as another customer's chains did later, which is
 * compared there.
 * @param alone no version writes any more that attests no sales
 */
export function saleFindings(
  { wallet, sales }: Pick<StoredCustomer, 'wallet' | 'sales'>,
  state: Pick<AttestedState, 'sales'>,
  alone: boolean,
): SaleFindings {
  const found: SaleFindings = { problems: [], unattested: 0 };
  const say = (subject: string, problems: readonly string[]): void => {
    found.problems.push(...problems.map((problem) => ({ subject, problem })));
  };
  for (const [id, attested] of state.sales) {
    const sale = sales.byId.get(id);
    if (!sale) say(id, [`is missing, though ${attested.by} left it`]);
    else if (sale.attested?.in !== wallet._id) say(id, elsewhereProblems(sale, attested, sales));
    else {
      const foreign = sale.version !== sale.attestingVersion;
      if (foreign && !alone) found.unattested += 1;
      say(id, [...numberProblems(sale, attested), ...contentProblems(sale, attested, foreign, alone)]);
    }
  }
  return found;
}

/** Whoever is said to have attested it since has done so. */
function elsewhereProblems(
  { _id, attested }: AttestableSale,
  before: AttestedSale,
  sales: StoredCustomer['sales'],
): string[] {
  if (!attested) return [`says that nobody attested it, though ${before.by} did`];
  const newest = sales.newestIn(attested.in, _id);
  return newest === attested.n && newest > before.n
    ? []
    : [`nothing of ${attested.in} says that it was changed since ${before.by} left it`];
}

function numberProblems({ attested }: AttestableSale, { n, by }: AttestedSale): string[] {
  return attested?.n === n ? [] : [`says that it was attested ${attested?.n} times; ${by} was number ${n}`];
}

function contentProblems(
  sale: AttestableSale,
  attested: AttestedSale,
  foreign: boolean,
  alone: boolean,
): string[] {
  if (foreign) return alone ? ['was written by somebody who attests nothing'] : [];
  return [
    ...(digestOfSale(sale).digest === attested.digest ? [] : [`is not as ${attested.by} left it`]),
    ...(hasItsKeys(sale, alone) ? [] : ['is not found by the names it has']),
  ];
}

/** A sale is looked up by the keys of its names; one that was not migrated may be older than these. */
function hasItsKeys({ refs, refKeys }: AttestableSale, alone: boolean): boolean {
  if (refKeys === undefined) return !alone;
  const keys = refKeysOf(refs);
  return keys.length === refKeys.length && keys.every((key, index) => key === refKeys[index]);
}
