import { attestationHash, attestationsGenesis, formOf } from '..';
import type { AttestationDoc, EntryDoc, RecordDigest, WalletDoc } from '..';
import type { LedgerProblem } from '../../../loyalty';
import type { StoredCustomer } from './stored-customer';

/** A digest, and the entry or attestation that gave it. */
export interface Attested {
  by: string;
  digest: string;
}

/** What the chains say last of everything that is stored beside the entries. */
export interface AttestedState {
  /** By lot and redemption: terms, in the words of the first form. */
  terms: { lot: Map<string, Attested>; redemption: Map<string, Attested> };
  /** By account, redemption and merge: the whole record. */
  records: Record<RecordDigest['of'], Map<string, Attested>>;
  /** Everything of this customer is attested: an account or a redemption that is not, nobody wrote. */
  whole: boolean;
  /** It has been said so, and of merges too; those of versions before were attested by nothing else. */
  declared: boolean;
}

/**
 * Goes through both chains in the order they were written. A process of the version before changes accounts without attesting
 * them; so what was attested of records before one of its entries is not held against them.
 */
export function attestedState(
  entries: readonly EntryDoc[],
  attestations: readonly AttestationDoc[],
): AttestedState {
  const state = nothingAttested();
  const waiting = [...attestations];
  const takeUpTo = (seq: number): void => {
    while (waiting[0] && waiting[0].after <= seq) {
      const { records, n, whole } = waiting.shift()!;
      learn(state, records, `attestation ${n}`);
      if (whole) state.whole = state.declared = true;
    }
  };
  takeUpTo(0);
  for (const entry of entries) {
    if (formOf(entry) < 2) forgetRecords(state);
    for (const { of, id, digest } of entry.attests) state.terms[of].set(id, { by: entry.key, digest });
    learn(state, entry.records ?? [], entry.key);
    takeUpTo(entry.seq);
  }
  takeUpTo(Number.POSITIVE_INFINITY);
  return state;
}

/** Whether the chain of attestations is what was written, and ends where the wallet and the seals say. */
export function attestationProblems({
  wallet,
  attestations,
  seals,
}: Pick<StoredCustomer, 'wallet' | 'attestations' | 'seals'>): LedgerProblem[] {
  const subject = `attestations of ${wallet._id}`;
  const { hashes, problem } = recompute(wallet, attestations);
  const unlike = seals.find(({ head: { attested } }) => attested && hashes[attested.n - 1] !== attested.hash);
  return [
    ...(problem === null ? [] : [{ subject, problem }]),
    ...(unlike ? [{ subject, problem: `are not what seal ${unlike.n} holds` }] : []),
  ];
}

function recompute(
  { _id: customerId, merchantId, attested }: WalletDoc,
  attestations: readonly AttestationDoc[],
): { hashes: string[]; problem: string | null } {
  const hashes: string[] = [];
  let last = attestationsGenesis(merchantId, customerId);
  for (const [index, attestation] of attestations.entries()) {
    const n = index + 1;
    const hash = attestationHash(last, attestation);
    if (attestation.n !== n || attestation._id !== `${merchantId}/${customerId}/${n}`)
      return { hashes, problem: `attestation ${n} is missing: found ${attestation._id} in its place` };
    if (attestation.hash !== hash)
      return { hashes, problem: `attestation ${n} was changed after it was written, or one before it was` };
    hashes.push(hash);
    last = hash;
  }
  if (hashes.length !== (attested?.n ?? 0))
    return { hashes, problem: `expected ${attested?.n ?? 0} of them, found ${hashes.length}` };
  return attested && attested.hash !== last
    ? { hashes, problem: 'their end is not the one the wallet knows' }
    : { hashes, problem: null };
}

function nothingAttested(): AttestedState {
  return {
    terms: { lot: new Map(), redemption: new Map() },
    records: { grant: new Map(), redemption: new Map(), merge: new Map() },
    whole: true,
    declared: false,
  };
}

function learn(state: AttestedState, records: readonly RecordDigest[], by: string): void {
  for (const { of, id, digest } of records) state.records[of].set(id, { by, digest });
}

function forgetRecords(state: AttestedState): void {
  state.whole = state.declared = false;
  for (const known of Object.values(state.records)) known.clear();
}
