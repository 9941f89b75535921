import { customerModel } from '../../customer';
import type { CustomerDoc } from '../../customer';
import { lotModel, voucherCodeModel, walletModel } from '..';
import type { VoucherCodeNames, WalletDoc } from '..';
import type { LedgerProblem } from '../../../loyalty';
import { inSnapshot } from '../../mongo';
import type { Mongo } from '../../mongo';
import type { ProgramSeals } from '../../program';
import { verifyBudgets } from './verify-budgets';
import { programProblems } from './verify-programs';
import type { Alone } from './verify-sales';
import { unsettledFindings } from './verify-unsettled';
import type { UnsettledFindings } from './verify-unsettled';

/** Documents looked up at once. */
const PAGE = 1_000;

/**
 * What nobody would see who goes from wallet to wallet: customers without one or of another mark, codes that lead to no voucher, wrong
 * budgets, programs that are not as they were published, sales that are in nobody's ledger yet and not as they were written.
 */
export async function merchantFindings(
  mongo: Mongo,
  codes: VoucherCodeNames,
  programs: ProgramSeals,
  merchantId: string,
  alone: Pick<Alone, 'sealed'>,
): Promise<UnsettledFindings> {
  const unsettled = await unsettledFindings(mongo, merchantId, alone.sealed !== null);
  const problems = [
    ...(await customerProblems(mongo, merchantId)),
    ...(await strayCodes(mongo, codes, merchantId)),
    ...(await verifyBudgets(mongo, merchantId)),
    ...(await programProblems(mongo, programs, merchantId)),
    ...unsettled.problems,
  ];
  return { problems, unread: unsettled.unread };
}

/**
 * Every customer has a wallet; one without would be looked at by nobody. And both say alike whether and into whom the customer was
 * merged: people are recognised by the one, and the other is compared with merges.
 */
async function customerProblems(mongo: Mongo, merchantId: string): Promise<LedgerProblem[]> {
  const problems: LedgerProblem[] = [];
  for (let after = ''; ;) {
    const page = await markedCustomers(mongo, merchantId, after);
    for (const { _id, mergedInto, wallet } of page)
      if (!wallet) problems.push({ subject: `wallet of ${_id}`, problem: 'is missing' });
      else if ((mergedInto ?? null) !== (wallet.mergedInto ?? null))
        problems.push({ subject: _id, problem: 'is marked as merged otherwise than its wallet' });
    if (page.length < PAGE) return problems;
    after = page.at(-1)!._id;
  }
}

type Marked = Pick<CustomerDoc, '_id' | 'mergedInto'> & { wallet: Pick<WalletDoc, 'mergedInto'> | undefined };

/** Some customers with the marks of both, as of one moment: a merge sets them together. */
async function markedCustomers(mongo: Mongo, merchantId: string, after: string): Promise<Marked[]> {
  const mark = { _id: 1, mergedInto: 1 } as const;
  return inSnapshot(mongo, async (session) => {
    const customers = await mongo
      .of(customerModel)
      .find({ merchantId, _id: { $gt: after } }, mark)
      .sort({ _id: 1 })
      .limit(PAGE)
      .session(session)
      .lean();
    const ids = customers.map(({ _id }) => _id);
    const wallets = await mongo
      .of(walletModel)
      .find({ _id: { $in: ids }, merchantId }, mark)
      .session(session)
      .lean();
    const byId = new Map(wallets.map((wallet) => [wallet._id, wallet]));
    return customers.map(({ _id, mergedInto }) => ({ _id, mergedInto, wallet: byId.get(_id) }));
  });
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
