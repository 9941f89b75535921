import { ApplicationFailure, continueAsNew, isCancellation, setCurrentDetails } from '@temporalio/workflow';
import type { LedgerSealingInput, SealingSums } from './definitions';
import { LEDGER_SEALING_INPUT } from './payload-shapes';
import { refuseInputUnlike } from './payloads';
import { sayingIfCancelled } from './cancelled';
import { sealingDetails } from './sealing-details';
import { listMerchants, sealLedger } from './steps';

/** Sealed in one run, which then continues as a new one: some 1,200 events, far below what the server allows. */
const MERCHANTS = 200;

const NOTHING: SealingSums = { merchants: 0, chains: 0, unsealed: [] };

/**
 * Seals the ledgers of all merchants, one after the other. One that cannot be sealed does not keep the others from being
 * sealed, and fails the run at its end.
 */
export async function ledgerSealing(input: LedgerSealingInput = {}): Promise<SealingSums> {
  refuseInputUnlike(input, LEDGER_SEALING_INPUT);
  return sayingIfCancelled(CANCELLED, () => sealAll(input));
}

const CANCELLED = 'Os selos feitos até aqui valem; o que falta é selado na próxima vez, na hora marcada.';

async function sealAll(input: LedgerSealingInput): Promise<SealingSums> {
  const { after = null } = input;
  let { sums = NOTHING } = input;
  const merchantIds = await listMerchants(after, MERCHANTS);
  for (const merchantId of merchantIds) sums = withSealing(sums, merchantId, await sealOne(merchantId));
  setCurrentDetails(sealingDetails(sums));
  if (merchantIds.length === MERCHANTS)
    await continueAsNew<typeof ledgerSealing>({ after: merchantIds.at(-1)!, sums });
  if (sums.unsealed.length > 0) throw incomplete(sums);
  return sums;
}

/** How many chains were sealed; null: the ledger could not be sealed. */
async function sealOne(merchantId: string): Promise<number | null> {
  try {
    return (await sealLedger(merchantId)).sealed;
  } catch (error) {
    if (isCancellation(error)) throw error;
    return null;
  }
}

function withSealing(sums: SealingSums, merchantId: string, chains: number | null): SealingSums {
  return {
    merchants: sums.merchants + 1,
    chains: sums.chains + (chains ?? 0),
    unsealed: chains === null ? [...sums.unsealed, merchantId] : sums.unsealed,
  };
}

function incomplete({ merchants, unsealed }: SealingSums): ApplicationFailure {
  return ApplicationFailure.create({
    type: 'LedgerSealingIncomplete',
    message:
      `The ledgers of ${unsealed.length} of ${merchants} merchants could not be sealed: ${unsealed.join(', ')}. ` +
      'See the failed steps of this run; the next run tries again.',
    nonRetryable: true,
    details: [{ unsealed }],
  });
}
