import type { Instant, LedgerProblem } from '../../../loyalty';
import type { Mongo } from '../../mongo';
import { headModel } from './head-model';
import type { HeadDoc } from './head-model';
import { sealModel } from './seal-model';
import { headId, headsRoot, sealsGenesis, sealHash } from './seal-hash';
import type { SealDoc, SealedHead } from './seal-model';
import { missingWallets } from './verify-merchant';
import { sealMark } from './seals';
import type { SealMark } from './seals';

/** What a merchant's seals are by themselves; whether they agree with the entries is looked at customer by customer. */
export interface SealChain {
  seals: number;
  last: SealMark | null;
  /** The migrations that any of them says to have been finished, by id. */
  finished: string[];
  problems: LedgerProblem[];
}

/**
 * Follows the chain of seals from its beginning, one seal in memory at a time.
 * @param headsFrom the heads of seals before this instant are not read again
 */
export async function verifySeals(
  mongo: Mongo,
  merchantId: string,
  headsFrom = Number.NEGATIVE_INFINITY,
): Promise<SealChain> {
  const chain: SealChain = { seals: 0, last: null, finished: [], problems: [] };
  const finished = new Set<string>();
  let before: Pick<SealDoc, 'n' | 'hash'> = { n: 0, hash: sealsGenesis(merchantId) };
  for await (const seal of mongo
    .of(sealModel)
    .find({ merchantId })
    .sort({ n: 1 })
    .lean()
    .cursor({ batchSize: 10 })) {
    chain.seals += 1;
    for (const id of seal.finished ?? []) finished.add(id);
    try {
      chain.problems.push(...(await verifySeal(mongo, seal, before, headsFrom)));
      chain.last = sealMark(seal);
    } catch (error) {
      const problem = `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
      chain.problems.push({ subject: `seal ${seal.n}`, problem });
    }
    before = seal;
  }
  chain.problems.push(...(await headsBeyond(mongo, merchantId, before.n)));
  return { ...chain, finished: [...finished] };
}

async function verifySeal(
  mongo: Mongo,
  seal: SealDoc,
  before: Pick<SealDoc, 'n' | 'hash'>,
  headsFrom: Instant,
): Promise<LedgerProblem[]> {
  if (seal.at.getTime() < headsFrom) return linkProblems(seal, before.n + 1, before.hash);
  const heads = seal.heads ?? (await headsOf(mongo, seal));
  const problems = [...linkProblems(seal, before.n + 1, before.hash), ...headProblems(seal, heads)];
  if (problems.length > 0) return problems;
  return withoutWallet(mongo, seal.merchantId, seal.n, heads);
}

/** The newest seals were removed where their heads are still there. */
async function headsBeyond(mongo: Mongo, merchantId: string, n: number): Promise<LedgerProblem[]> {
  const beyond = await mongo
    .of(headModel)
    .findOne({ merchantId, n: { $gt: n } })
    .sort({ n: 1 })
    .lean();
  // One that was written since the chain was read came with its heads.
  if (!beyond || (await mongo.of(sealModel).exists({ _id: `${merchantId}/${beyond.n}`, merchantId })))
    return [];
  return [{ subject: `seal ${beyond.n}`, problem: 'is missing: its heads are there' }];
}

/** The leaves of a seal, which are documents of their own. */
async function headsOf(mongo: Mongo, { merchantId, n }: SealDoc): Promise<HeadDoc[]> {
  return mongo.of(headModel).find({ merchantId, n }).sort({ merchantId: 1, n: 1, customerId: 1 }).lean();
}

/** Whether a seal is as it was written, and in its place. */
function linkProblems(seal: SealDoc, n: number, prev: string): LedgerProblem[] {
  return [
    ...(seal.n === n ? [] : [`is missing a seal before it: expected seal ${n}`]),
    ...(seal._id === `${seal.merchantId}/${seal.n}` ? [] : [`is stored under ${seal._id}`]),
    ...(seal.n !== n || seal.prev === prev ? [] : ['does not follow from the seal before']),
    ...(seal.hash === sealHash(seal)
      ? []
      : ['was changed after it was written: its content gives another hash']),
  ].map((problem) => ({ subject: `seal ${seal.n}`, problem }));
}

function headProblems(seal: SealDoc, heads: readonly (SealedHead | HeadDoc)[]): LedgerProblem[] {
  return [
    ...(seal.heads || (seal.size === heads.length && seal.root === headsRoot(heads))
      ? []
      : ['does not hold the heads that are stored for it: they give another root']),
    ...heads
      .filter((head) => '_id' in head && head._id !== headId(head))
      .map(({ customerId }) => `its head of ${customerId} is stored under another id`),
  ].map((problem) => ({ subject: `seal ${seal.n}`, problem }));
}

/** A customer who was removed altogether would be looked at by nobody; the seal remembers. */
async function withoutWallet(
  mongo: Mongo,
  merchantId: string,
  n: number,
  heads: readonly SealedHead[],
): Promise<LedgerProblem[]> {
  const ids = heads.map(({ customerId }) => customerId);
  return (await missingWallets(mongo, merchantId, ids)).map((customerId) => ({
    subject: `ledger of ${customerId}`,
    problem: `is missing with its wallet: seal ${n} holds it`,
  }));
}
