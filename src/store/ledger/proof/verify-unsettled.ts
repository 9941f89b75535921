import { saleModel, sealState, WITHOUT_TELLING } from '../../sale';
import type { AttestableSale, SealState } from '../../sale';
import type { LedgerProblem } from '../../../loyalty';
import type { Mongo } from '../../mongo';
import { strangeAt } from './kinds';
import { hasItsKeys, strangeInSale } from './read-sales';

/** What became of looking at the sales that are in nobody's ledger yet. */
export interface UnsettledFindings {
  problems: LedgerProblem[];
  /** Sales under a seal of a form that this version does not know, or whoever wrote them last did not: nothing can be said of them. */
  unread: number;
}

/** Sales looked at at once. */
const PAGE = 1_000;

/**
 * The sales under a seal that have had no part in anybody's value yet, whosesoever they are: each is as the product wrote it.
 * One that has no seal is judged with its customer, and so is one that is attested: a version that attests and seals nothing has left its
 * seal to it.
 * @param alone no version writes any more that seals no sales
 */
export async function unsettledFindings(
  mongo: Mongo,
  merchantId: string,
  alone: boolean,
): Promise<UnsettledFindings> {
  const found: UnsettledFindings = { problems: [], unread: 0 };
  for (let after = ''; ;) {
    const page = await mongo
      .of(saleModel)
      .find({ merchantId, seal: { $exists: true }, attested: null, _id: { $gt: after } }, WITHOUT_TELLING)
      .sort({ _id: 1 })
      .limit(PAGE)
      .lean();
    for (const sale of page) {
      const state = sealState(mongo, sale);
      if (state === 'newer' || state === 'unread') found.unread += 1;
      else
        found.problems.push(
          ...wrongIn(sale, state, alone).map((problem) => ({ subject: sale._id, problem })),
        );
    }
    if (page.length < PAGE) return found;
    after = page.at(-1)!._id;
  }
}

function wrongIn(sale: AttestableSale, state: SealState, alone: boolean): string[] {
  return [
    ...strangeInSale(sale).map(strangeAt),
    ...(state === 'broken' ? ['is not as it was written'] : []),
    ...(state === 'unsealed' && alone ? ['was written by somebody who seals nothing'] : []),
    ...((hasItsKeys(sale) ?? !alone) ? [] : ['is not found by the names it has']),
  ];
}
