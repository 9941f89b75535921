import { ApplicationFailure, continueAsNew, isCancellation, setCurrentDetails } from '@temporalio/workflow';
import type { LedgerProofInput, MerchantProof, ProofSums } from './definitions';
import { proofDetails } from './proof-details';
import { listMerchants, reportProof, sealLedger, verifyLedger } from './steps';

/** Proved in one run, which then continues as a new one: some 1,800 events, far below what the server allows. */
const MERCHANTS = 100;

/** Merchants named in the details and the result, those whose ledger does not hold before the others. */
const NAMED = 100;

/**
 * Seals and verifies the ledgers of all merchants, one after the other. A ledger that does not hold raises an alert; one
 * that cannot be read does not keep the others from being proved, and fails the run at its end.
 */
export async function ledgerProof({
  after = null,
  sums = NOTHING,
}: LedgerProofInput = {}): Promise<ProofSums> {
  const merchantIds = await listMerchants(after, MERCHANTS);
  for (const merchantId of merchantIds) {
    sums = withProof(sums, await prove(merchantId));
    setCurrentDetails(proofDetails(sums));
  }
  if (merchantIds.length === MERCHANTS)
    await continueAsNew<typeof ledgerProof>({ after: merchantIds.at(-1)!, sums });
  if (sums.unproved > 0) throw incomplete(sums);
  return sums;
}

const NOTHING: ProofSums = { merchants: 0, holding: 0, broken: 0, unproved: 0, proofs: [] };

async function prove(merchantId: string): Promise<MerchantProof> {
  try {
    await sealLedger(merchantId);
    const verdict = await verifyLedger(merchantId);
    const { alert } = await reportProof(merchantId, verdict);
    const { customers, entries, problems, firstMisfit, newestSeal } = verdict;
    const outcome = problems === 0 ? 'holds' : 'broken';
    return { merchantId, outcome, customers, entries, problems, firstMisfit, newestSeal, alert };
  } catch (error) {
    if (isCancellation(error)) throw error;
    return { merchantId, outcome: 'unproved' };
  }
}

function withProof(sums: ProofSums, proof: MerchantProof): ProofSums {
  const rank = ({ outcome }: MerchantProof): number => (outcome === 'holds' ? 1 : 0);
  const count = (outcome: MerchantProof['outcome']): number => (proof.outcome === outcome ? 1 : 0);
  return {
    merchants: sums.merchants + 1,
    holding: sums.holding + count('holds'),
    broken: sums.broken + count('broken'),
    unproved: sums.unproved + count('unproved'),
    proofs: [...sums.proofs, proof].sort((a, b) => rank(a) - rank(b)).slice(0, NAMED),
  };
}

function incomplete({ unproved, merchants, proofs }: ProofSums): ApplicationFailure {
  const named = proofs.filter(({ outcome }) => outcome === 'unproved').map(({ merchantId }) => merchantId);
  return ApplicationFailure.create({
    type: 'LedgerProofIncomplete',
    message:
      `The ledgers of ${unproved} of ${merchants} merchants could not be verified: ${named.join(', ')}. ` +
      'See the failed steps of this run; the next run tries again.',
    nonRetryable: true,
    details: [{ unproved: named }],
  });
}
