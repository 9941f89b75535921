import { customerModel } from '../../customer';
import { walletModel } from '..';
import type { LedgerProblem } from '../../../loyalty';
import type { Mongo } from '../../mongo';
import { sealModel } from './seal-model';
import { sealsGenesis, sealHash } from './seal-hash';
import type { SealDoc } from './seal-model';
import { sealMark } from './seals';
import type { SealMark } from './seals';

/** What a merchant's seals are by themselves; whether they agree with the entries is looked at customer by customer. */
export interface SealChain {
  seals: number;
  last: SealMark | null;
  problems: LedgerProblem[];
}

/** Customers looked up at once. */
const PAGE = 1_000;

/** Follows the chain of seals from its beginning, one seal in memory at a time. */
export async function verifySeals(mongo: Mongo, merchantId: string): Promise<SealChain> {
  const chain: SealChain = { seals: 0, last: null, problems: [] };
  let prev = sealsGenesis(merchantId);
  for await (const seal of mongo
    .of(sealModel)
    .find({ merchantId })
    .sort({ n: 1 })
    .lean()
    .cursor({ batchSize: 10 })) {
    const n = (chain.last?.n ?? 0) + 1;
    const problems = sealProblems(seal, n, prev);
    chain.problems.push(...problems);
    if (problems.length === 0) chain.problems.push(...(await withoutWallet(mongo, merchantId, seal)));
    chain.seals += 1;
    chain.last = sealMark(seal);
    prev = seal.hash;
  }
  return chain;
}

function sealProblems(seal: SealDoc, n: number, prev: string): LedgerProblem[] {
  const subject = `seal ${seal.n}`;
  return [
    ...(seal.n === n ? [] : [`is missing a seal before it: expected seal ${n}`]),
    ...(seal._id === `${seal.merchantId}/${seal.n}` ? [] : [`is stored under ${seal._id}`]),
    ...(seal.n !== n || seal.prev === prev ? [] : ['does not follow from the seal before']),
    ...(seal.hash === sealHash(seal)
      ? []
      : ['was changed after it was written: its content gives another hash']),
  ].map((problem) => ({ subject, problem }));
}

/** A customer who was removed altogether would be looked at by nobody; the seal remembers. */
async function withoutWallet(
  mongo: Mongo,
  merchantId: string,
  { n, heads }: SealDoc,
): Promise<LedgerProblem[]> {
  const ids = heads.map(({ customerId }) => customerId);
  return (await missingWallets(mongo, merchantId, ids)).map((customerId) => ({
    subject: `ledger of ${customerId}`,
    problem: `is missing with its wallet: seal ${n} holds it`,
  }));
}

/** Every customer has a wallet; one without would be looked at by nobody. */
export async function walletlessCustomers(mongo: Mongo, merchantId: string): Promise<LedgerProblem[]> {
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

async function missingWallets(mongo: Mongo, merchantId: string, ids: string[]): Promise<string[]> {
  const wallets = await mongo
    .of(walletModel)
    .find({ _id: { $in: ids }, merchantId })
    .select({ _id: 1 })
    .lean();
  const there = new Set(wallets.map(({ _id }) => _id));
  return ids.filter((id) => !there.has(id));
}
