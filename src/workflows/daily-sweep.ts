import { continueAsNew, isCancellation, setCurrentDetails } from '@temporalio/workflow';
import type { CustomersWoken } from '../activities';
import { sayingIfCancelled } from './cancelled';
import type { DailySweepInput, DailySweepSums } from './definitions';
import { brasiliaTime, inList, inParagraphs } from './markdown';
import { DAILY_SWEEP_INPUT } from './payload-shapes';
import { refuseInputUnlike } from './payloads';
import { listMerchants, wakeCustomers } from './steps';

/** Swept in one run, which then continues as a new one. */
const MERCHANTS = 100;

const NOTHING: DailySweepSums = { merchants: 0, looked: 0, woken: 0, unswept: 0 };

/**
 * Wakes the customers to whom something is to be told before the next sweep, one page of merchants after the other. A merchant whose
 * customers cannot be looked at does not keep the others from being looked at: the next sweep tries again.
 */
export async function dailySweep(input: DailySweepInput): Promise<DailySweepSums> {
  refuseInputUnlike(input, DAILY_SWEEP_INPUT);
  return sayingIfCancelled(CANCELLED, () => sweepAll(input));
}

const CANCELLED = 'Os clientes já acordados seguem; os que faltam são encontrados pela varredura de amanhã.';

async function sweepAll({ after = null, sums: before = NOTHING }: DailySweepInput): Promise<DailySweepSums> {
  let sums = before;
  const merchantIds = await listMerchants(after, MERCHANTS);
  for (const merchantId of merchantIds) {
    sums = withFound(sums, await sweep(merchantId));
    setCurrentDetails(detailsOf(sums));
  }
  if (merchantIds.length === MERCHANTS)
    await continueAsNew<typeof dailySweep>({ after: merchantIds.at(-1)!, sums });
  return sums;
}

async function sweep(merchantId: string): Promise<CustomersWoken | null> {
  try {
    return await wakeCustomers(merchantId);
  } catch (error) {
    if (isCancellation(error)) throw error;
    return null;
  }
}

function withFound(sums: DailySweepSums, found: CustomersWoken | null): DailySweepSums {
  return {
    merchants: sums.merchants + 1,
    looked: sums.looked + (found?.looked ?? 0),
    woken: sums.woken + (found?.woken ?? 0),
    unswept: sums.unswept + (found ? 0 : 1),
  };
}

function detailsOf({ merchants, looked, woken, unswept }: DailySweepSums): string {
  return inParagraphs([
    `**Varredura diária dos clientes**, ${brasiliaTime(Date.now())}`,
    inList([
      `Lojas examinadas: ${merchants}`,
      `Clientes examinados de novo: ${looked}`,
      `Clientes com mensagem prevista: ${woken}`,
      ...(unswept > 0
        ? [`**Lojas que não puderam ser examinadas: ${unswept}** (ver os passos que falharam)`]
        : []),
    ]),
  ]);
}
