import { attestationHash, attestationsGenesis } from '..';
import type { AttestationDoc, WalletDoc } from '..';
import type { LedgerProblem } from '../../../loyalty';
import type { StoredCustomer } from './stored-customer';

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
