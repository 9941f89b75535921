import {
  ApplicationFailure,
  continueAsNew,
  isCancellation,
  patched,
  setCurrentDetails,
  workflowInfo,
} from '@temporalio/workflow';
import type { LedgerVerdict } from '../activities';
import type { LedgerProofInput, MerchantProof, ProofSums } from './definitions';
import { LEDGER_PROOF_INPUT } from './payload-shapes';
import { refuseInputUnlike } from './payloads';
import { sayingIfCancelled } from './cancelled';
import { proofDetails } from './proof-details';
import {
  listMerchants,
  planProof,
  reportProof,
  sealLedger,
  verifyLedger,
  verifyLedgerPart,
  verifyLedgerSeals,
} from './steps';
import { inParallel } from './in-parallel';
import { joinVerdicts } from './join-verdicts';

/** Proved in one run, which then continues as a new one: some 1,800 events, far below what the server allows. */
const MERCHANTS = 100;

/** Merchants named in the details and the result, those whose ledger does not hold before the others. */
const NAMED = 100;

/** Parts of one ledger that are verified at once. */
const AT_ONCE = 8;

/**
 * Verifies the ledgers of all merchants, one after the other, each in parts at once. A ledger that does not hold raises an alert;
 * one that cannot be read does not keep the others from being proved, and fails the run at its end. (Sealing is a schedule of its
 * own, and not held up by this.)
 */
export async function ledgerProof(input: LedgerProofInput = {}): Promise<ProofSums> {
  refuseInputUnlike(input, LEDGER_PROOF_INPUT);
  return sayingIfCancelled(CANCELLED, () => proveAll(input));
}

const CANCELLED =
  'A conferência não grava nada nos livros. A próxima começa na hora marcada, do começo; para começar uma já, use *Trigger* no agendamento.';

async function proveAll(input: LedgerProofInput): Promise<ProofSums> {
  const { after = null } = input;
  let { sums = NOTHING } = input;
  const merchantIds = await listMerchants(after, MERCHANTS);
  for (const [index, merchantId] of merchantIds.entries()) {
    sums = withProof(sums, await prove(merchantId));
    setCurrentDetails(proofDetails(sums));
    const more = index + 1 < merchantIds.length;
    if (more && patched(IN_PARTS) && workflowInfo().continueAsNewSuggested)
      await continueAsNew<typeof ledgerProof>({ after: merchantId, sums });
  }
  if (merchantIds.length === MERCHANTS)
    await continueAsNew<typeof ledgerProof>({ after: merchantIds.at(-1)!, sums });
  if (sums.unproved > 0) throw incomplete(sums);
  return sums;
}

/** Runs that began before this was there go on without it. */
const IN_PARTS = 'verified-in-parts';

const NOTHING: ProofSums = { merchants: 0, holding: 0, broken: 0, unproved: 0, proofs: [] };

async function prove(merchantId: string): Promise<MerchantProof> {
  try {
    const verdict = patched(IN_PARTS) ? await verifyInParts(merchantId) : await sealAndVerify(merchantId);
    const { alert } = await reportProof(merchantId, verdict);
    const { customers, entries, problems, firstMisfit, newestSeal } = verdict;
    const outcome = problems === 0 ? 'holds' : 'broken';
    return { merchantId, outcome, customers, entries, problems, firstMisfit, newestSeal, alert };
  } catch (error) {
    if (isCancellation(error)) throw error;
    return { merchantId, outcome: 'unproved' };
  }
}

/** As runs did that began before ledgers were verified in parts. */
async function sealAndVerify(merchantId: string): Promise<LedgerVerdict> {
  await sealLedger(merchantId);
  return verifyLedger(merchantId);
}

async function verifyInParts(merchantId: string): Promise<LedgerVerdict> {
  const parts = await planProof(merchantId);
  const seals = await verifyLedgerSeals(merchantId);
  return joinVerdicts([
    seals,
    ...(await inParallel(AT_ONCE, parts, (part) => verifyLedgerPart(merchantId, part))),
  ]);
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
