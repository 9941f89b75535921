import { continueAsNew, isCancellation, setCurrentDetails } from '@temporalio/workflow';
import type { LostRuns } from '../activities';
import type { LostRunsInput, LostRunsSums } from './definitions';
import { brasiliaTime, inList, inParagraphs } from './markdown';
import { LOST_RUNS_INPUT } from './payload-shapes';
import { refuseInputUnlike } from './payloads';
import { sayingIfCancelled } from './cancelled';
import { listMerchants, wakeLostRuns } from './steps';

/** Swept in one run, which then continues as a new one. */
const MERCHANTS = 100;

const NOTHING: LostRunsSums = { merchants: 0, sales: 0, redemptions: 0, late: 0, unswept: 0 };

/**
 * Finds value for which something was due and nothing was done, because its run was cancelled, terminated or lost, and wakes it.
 * A merchant whose value cannot be looked at does not keep the others from being looked at: the next sweep tries again.
 */
export async function lostRuns(input: LostRunsInput): Promise<LostRunsSums> {
  refuseInputUnlike(input, LOST_RUNS_INPUT);
  return sayingIfCancelled(CANCELLED, () => sweepAll(input));
}

const CANCELLED =
  'O que foi retomado continua; o que falta é encontrado pela próxima varredura, na hora marcada.';

async function sweepAll(input: LostRunsInput): Promise<LostRunsSums> {
  const { lateMs, after = null } = input;
  let sums = input.sums ?? NOTHING;
  const merchantIds = await listMerchants(after, MERCHANTS);
  for (const merchantId of merchantIds) {
    sums = withFound(sums, await sweep(merchantId, lateMs));
    setCurrentDetails(detailsOf(sums));
  }
  if (merchantIds.length === MERCHANTS)
    await continueAsNew<typeof lostRuns>({ lateMs, after: merchantIds.at(-1)!, sums });
  return sums;
}

async function sweep(merchantId: string, lateMs: number): Promise<LostRuns | null> {
  try {
    return await wakeLostRuns(merchantId, lateMs);
  } catch (error) {
    if (isCancellation(error)) throw error;
    return null;
  }
}

function withFound(sums: LostRunsSums, found: LostRuns | null): LostRunsSums {
  return {
    merchants: sums.merchants + 1,
    sales: sums.sales + (found?.sales ?? 0),
    redemptions: sums.redemptions + (found?.redemptions ?? 0),
    imports: (sums.imports ?? 0) + (found?.imports ?? 0),
    simulations: (sums.simulations ?? 0) + (found?.simulations ?? 0),
    merges: (sums.merges ?? 0) + (found?.merges ?? 0),
    reconciliations: (sums.reconciliations ?? 0) + (found?.reconciliations ?? 0),
    connections: (sums.connections ?? 0) + (found?.connections ?? 0),
    late: sums.late + (found?.late ?? 0),
    unswept: sums.unswept + (found ? 0 : 1),
  };
}

function detailsOf(sums: LostRunsSums): string {
  const { merchants, sales, redemptions, imports, simulations, merges, late, unswept } = sums;
  const { reconciliations, connections } = sums;
  return inParagraphs([
    `**Varredura de execuções perdidas**, ${brasiliaTime(Date.now())}`,
    inList([
      `Lojas examinadas: ${merchants}`,
      `Vendas retomadas: ${sales}`,
      `Resgates retomados: ${redemptions}`,
      `Importações retomadas: ${imports ?? 0}`,
      `Simulações retomadas: ${simulations ?? 0}`,
      `Uniões de cadastros retomadas: ${merges ?? 0}`,
      `Conferências com o Bling retomadas: ${reconciliations ?? 0}`,
      `Conexões com o Bling cuidadas de novo: ${connections ?? 0}`,
      `Atrasados com execução em andamento, deixados como estão: ${late}`,
      ...(unswept > 0
        ? [`**Lojas que não puderam ser examinadas: ${unswept}** (ver os passos que falharam)`]
        : []),
    ]),
  ]);
}
