import { continueAsNew, setCurrentDetails, workflowInfo } from '@temporalio/workflow';
import { sayingIfCancelled } from './cancelled';
import type { ParkedSalesInput } from './definitions';
import { PARKED_SALES_INPUT } from './payload-shapes';
import { refuseInputUnlike } from './payloads';
import { wakeParkedSales } from './steps';

/**
 * Lets the sales that were parked for a connection look at their source again, newest first, once that may be asked again. Answers
 * how many. A sale that is woken twice only looks twice.
 */
export async function parkedSales(input: ParkedSalesInput): Promise<{ woken: number }> {
  refuseInputUnlike(input, PARKED_SALES_INPUT);
  return sayingIfCancelled(CANCELLED, () => wakeAll(input));
}

const CANCELLED =
  'As vendas retomadas são lidas; as que faltam são retomadas pela varredura de execuções perdidas, na hora marcada.';

async function wakeAll(input: ParkedSalesInput): Promise<{ woken: number }> {
  let { place = null, woken = 0 } = input;
  for (;;) {
    const some = await wakeParkedSales(input, place);
    woken += some.woken;
    place = some.next;
    setCurrentDetails(`Vendas paradas que são lidas de novo: ${woken}.`);
    if (place === null) return { woken };
    if (workflowInfo().continueAsNewSuggested)
      await continueAsNew<typeof parkedSales>({ ...input, place, woken });
  }
}
