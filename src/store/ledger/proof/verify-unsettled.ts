import { saleModel, sealState, WITHOUT_TELLING } from '../../sale';
import type { AttestableSale } from '../../sale';
import type { LedgerProblem } from '../../../loyalty';
import type { Mongo } from '../../mongo';
import { strangeAt } from './kinds';
import { hasItsKeys, strangeInSale } from './read-sales';

/** Sales looked at at once. */
const PAGE = 1_000;

/**
 * The sales that have had no part in anybody's value yet, whosesoever they are: each is as the product wrote it. One that has no seal at all
 * is judged with its customer.
 * @param alone no version writes any more that seals no sales
 */
export async function unsettledProblems(
  mongo: Mongo,
  merchantId: string,
  alone: boolean,
): Promise<LedgerProblem[]> {
  const problems: LedgerProblem[] = [];
  for (let after = ''; ;) {
    const page = await mongo
      .of(saleModel)
      .find({ merchantId, seal: { $exists: true }, _id: { $gt: after } }, WITHOUT_TELLING)
      .sort({ _id: 1 })
      .limit(PAGE)
      .lean();
    for (const sale of page)
      // A version that attests and seals nothing has left its seal to one that it brought up to date.
      if (!sale.attested)
        problems.push(...wrongIn(mongo, sale, alone).map((problem) => ({ subject: sale._id, problem })));
    if (page.length < PAGE) return problems;
    after = page.at(-1)!._id;
  }
}

function wrongIn(mongo: Mongo, sale: AttestableSale, alone: boolean): string[] {
  const state = sealState(mongo, sale);
  return [
    ...strangeInSale(sale).map(strangeAt),
    ...(state === 'broken' ? ['is not as it was written'] : []),
    ...(state === 'unsealed' && alone ? ['was written by somebody who seals nothing'] : []),
    ...((hasItsKeys(sale) ?? !alone) ? [] : ['is not found by the names it has']),
  ];
}
