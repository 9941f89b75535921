import { customerModel } from '../../customer';
import { lotModel, voucherCodeModel, walletModel } from '..';
import type { VoucherCodeNames } from '..';
import type { LedgerProblem } from '../../../loyalty';
import type { Mongo } from '../../mongo';
import { verifyBudgets } from './verify-budgets';

/** Documents looked up at once. */
const PAGE = 1_000;

/** What nobody would see who goes from wallet to wallet: customers without one, codes that lead to no voucher, wrong budgets. */
export async function merchantProblems(
  mongo: Mongo,
  codes: VoucherCodeNames,
  merchantId: string,
): Promise<LedgerProblem[]> {
  return [
    ...(await walletlessCustomers(mongo, merchantId)),
    ...(await strayCodes(mongo, codes, merchantId)),
    ...(await verifyBudgets(mongo, merchantId)),
  ];
}

/** Every customer has a wallet; one without would be looked at by nobody. */
async function walletlessCustomers(mongo: Mongo, merchantId: string): Promise<LedgerProblem[]> {
  const problems: LedgerProblem[] = [];
  for (let after = ''; ;) {
    const page = await mongo
      .of(customerModel)
      .find({ merchantId, _id: { $gt: after } })
      .sort({ _id: 1 })
      .limit(PAGE)
      .select({ _id: 1 })
      .lean();
    const ids = page.map(({ _id }) => _id);
    for (const customerId of await missingWallets(mongo, merchantId, ids))
      problems.push({ subject: `wallet of ${customerId}`, problem: 'is missing' });
    if (ids.length < PAGE) return problems;
    after = ids.at(-1)!;
  }
}

/** A code leads to the voucher that says it is its own: another would let somebody use a voucher that is not theirs. */
async function strayCodes(
  mongo: Mongo,
  codes: VoucherCodeNames,
  merchantId: string,
): Promise<LedgerProblem[]> {
  const idsOf = await codes.known(null);
  const problems: LedgerProblem[] = [];
  for (let after = ''; ;) {
    const page = await mongo
      .of(voucherCodeModel)
      .find({ merchantId, _id: { $gt: after } })
      .sort({ _id: 1 })
      .limit(PAGE)
      .lean();
    const lots = await mongo
      .of(lotModel)
      .find({ _id: { $in: page.map(({ lotId }) => lotId) }, merchantId, type: 'voucher' })
      .select({ voucher: 1 })
      .lean();
    const own = new Map(lots.map(({ _id, voucher }) => [_id, idsOf(merchantId, voucher?.code ?? '')]));
    for (const { _id, lotId } of page)
      if (!own.get(lotId)?.includes(_id))
        problems.push({
          subject: `code of ${lotId}`,
          problem: 'leads to a voucher that has another, or to none',
        });
    if (page.length < PAGE) return problems;
    after = page.at(-1)!._id;
  }
}

/** Those of these customers who have no wallet. */
export async function missingWallets(mongo: Mongo, merchantId: string, ids: string[]): Promise<string[]> {
  const wallets = await mongo
    .of(walletModel)
    .find({ _id: { $in: ids }, merchantId })
    .select({ _id: 1 })
    .lean();
  const there = new Set(wallets.map(({ _id }) => _id));
  return ids.filter((id) => !there.has(id));
}
