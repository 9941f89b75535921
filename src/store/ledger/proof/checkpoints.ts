import { sha256 } from '..';
import { canonicalJson } from '../../../text';
import type { Instant, ReplayState } from '../../../loyalty';
import type { Mongo } from '../../mongo';
import type { AttestedState } from './attested';
import { readAttested, writtenAttested } from './attested';
import { checkpointModel } from './checkpoint-model';
import type { CheckpointDoc } from './checkpoint-model';
import { merklePath, rootOfPath } from './merkle';
import { byCustomer, headLeaf, sealHash } from './seal-hash';
import type { SealDoc, SealedHead } from './seal-model';
import { appendSeal } from './seals';

/** What a customer's entries come to up to a point where they were verified. */
export interface Checkpoint {
  seq: number;
  hash: string;
  attested?: { n: number; hash: string };
  replay: ReplayState;
  known: AttestedState;
  wholeAt: Date;
}

/** A checkpoint that is to be made, and of whom. */
export interface NewCheckpoint extends Checkpoint {
  customerId: string;
}

/** A checkpoint is made after so many entries; a shorter history is replayed sooner than a state is kept. */
export const CHECKPOINT_ENTRIES = 50;

/** A state of some ten thousand lots is not kept: it would not fit into a document for long. Characters. */
const LONGEST_STATE = 4_000_000;

/** Everything is replayed from the first entry again after a week: until then, entries before a checkpoint are not looked at. */
const WHOLE_AGAIN_MS = 7 * 86_400_000;

/** Clocks of two processes, or of two servers of the database, are not so far apart. */
const CLOCKS_APART_MS = 3_600_000;

/** What a stored checkpoint is worth: what it comes to, where it stands for it; else why it cannot be as it was written, if so. */
export type Judged = { checkpoint: Checkpoint | null } | { problem: string };

/** Looks at a checkpoint, whatever somebody has made of it. @param seals by number, those that may be to hold it */
export function judged(
  mongo: Keyed,
  doc: CheckpointDoc,
  seals: ReadonlyMap<number, SealDoc>,
  now: Instant,
): Judged {
  try {
    return judgedAsRead(mongo, doc, seals.get(doc.seal.n), now);
  } catch {
    return { problem: 'cannot be read' };
  }
}

/** The numbers of the seals that are to hold these. */
export function sealsOf(docs: readonly Partial<CheckpointDoc>[]): number[] {
  return [...new Set(docs.flatMap(({ seal }) => (Number.isSafeInteger(seal?.n) ? [seal!.n] : [])))];
}

function judgedAsRead(mongo: Keyed, doc: CheckpointDoc, seal: SealDoc | undefined, now: Instant): Judged {
  const checkpoint = asSealed(doc, seal);
  if (!checkpoint) return { problem: 'is not what its seal holds' };
  const isLater = doc.wholeAt.getTime() > now + CLOCKS_APART_MS;
  if (doc.mark === undefined) return isLater ? { problem: 'is of later than now' } : { checkpoint: null };
  if (doc.mark !== markOf(mongo, doc)) return { problem: 'was written by somebody without the key' };
  // A clock that was ahead and has been put right since: another takes its place.
  const isFresh = !isLater && checkpoint.wholeAt.getTime() > now - WHOLE_AGAIN_MS;
  return { checkpoint: isFresh ? checkpoint : null };
}

type Keyed = Pick<Mongo, 'keyedDigest'>;

/** What is marked is listed field by field, so that one which another version adds leaves the mark as it is. */
function markOf(mongo: Keyed, doc: Omit<CheckpointDoc, 'mark'>): string {
  const { _id, merchantId, customerId, seq, hash, attested, state, seal, wholeAt } = doc;
  const content = { _id, merchantId, customerId, seq, hash, attested, state, seal, wholeAt };
  return mongo.keyedDigest('checkpoints of ledgers', canonicalJson(content));
}

/** The checkpoint as its seal holds it; null: it is not what the seal holds, and stands for nothing. */
function asSealed(doc: CheckpointDoc, seal: SealDoc | undefined): Checkpoint | null {
  if (!seal?.root || seal.hash !== sealHash(seal)) return null;
  const { index, size, path } = doc.seal;
  if (rootOfPath(headLeaf(headOf(doc, doc.state)), index, size, path) !== seal.root) return null;
  const { replay, known, wholeAt } = JSON.parse(doc.state) as WrittenState;
  if (wholeAt !== doc.wholeAt.getTime()) return null;
  const { seq, hash, attested } = doc;
  return {
    seq,
    hash,
    ...(attested ? { attested } : {}),
    replay,
    known: readAttested(known),
    // What knows nothing of sales stands for nothing: everything is read again.
    wholeAt: known.sales ? doc.wholeAt : new Date(0),
  };
}

/** Writes checkpoints under a seal of their own; those of a customer replace each other. */
export async function writeCheckpoints(
  mongo: Mongo,
  merchantId: string,
  wanted: readonly NewCheckpoint[],
  now: Instant,
): Promise<void> {
  const states = new Map(wanted.map((one) => [one.customerId, writtenState(one)]));
  const made = wanted.filter(({ customerId }) => states.get(customerId)!.length <= LONGEST_STATE);
  if (made.length === 0) return;
  const heads = made.map((one) => headOf(one, states.get(one.customerId)!)).sort(byCustomer);
  const seal = await appendSeal(mongo, merchantId, heads, now);
  const leaves = heads.map(headLeaf);
  const place = new Map(heads.map(({ customerId }, index) => [customerId, index]));
  await mongo.of(checkpointModel).bulkWrite(
    made.map(({ customerId, seq, hash, attested, wholeAt }) => {
      const index = place.get(customerId)!;
      const content: CheckpointDoc = {
        ...{ _id: `${merchantId}/${customerId}`, merchantId, customerId, seq, hash, wholeAt },
        ...(attested ? { attested } : {}),
        state: states.get(customerId)!,
        seal: { n: seal.n, index, size: heads.length, path: merklePath(leaves, index) },
      };
      const replacement = { ...content, mark: markOf(mongo, content) };
      return { replaceOne: { filter: { _id: replacement._id, merchantId }, replacement, upsert: true } };
    }),
    { ordered: false },
  );
}

interface WrittenState {
  replay: ReplayState;
  known: ReturnType<typeof writtenAttested>;
  /** Milliseconds. */
  wholeAt: number;
}

function writtenState({ replay, known, wholeAt }: Checkpoint): string {
  return JSON.stringify({
    replay,
    known: writtenAttested(known),
    wholeAt: wholeAt.getTime(),
  } satisfies WrittenState);
}

function headOf(
  { customerId, seq, hash, attested }: Pick<CheckpointDoc, 'customerId' | 'seq' | 'hash' | 'attested'>,
  state: string,
): SealedHead {
  return { customerId, seq, hash, ...(attested ? { attested } : {}), checkpoint: sha256(state) };
}
