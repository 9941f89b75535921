import { continueAsNew, setCurrentDetails, sleep, workflowInfo } from '@temporalio/workflow';
import { sayingIfCancelled } from './cancelled';
import type { ParkedSalesInput } from './definitions';
import { PARKED_SALES_INPUT } from './payload-shapes';
import { refuseInputUnlike } from './payloads';
import { wakeParkedSales } from './steps';

/**
 * Lets the sales that were parked for a connection look at their source again, newest first, once that may be asked again; or those
 * that rest until it answers, in their order, at the pace at which it may be asked. Answers how many. A sale that is woken twice only
 * looks twice.
 */
export async function parkedSales(input: ParkedSalesInput): Promise<{ woken: number }> {
  refuseInputUnlike(input, PARKED_SALES_INPUT);
  return sayingIfCancelled(input.resting ? RESTING_CANCELLED : CANCELLED, () => wakeAll(input));
}

const CANCELLED =
  'As vendas retomadas são lidas; as que faltam são retomadas pela varredura de execuções perdidas, na hora marcada.';
const RESTING_CANCELLED =
  'As vendas acordadas são lidas; as que faltam são lidas sozinhas depois, o mais tardar em algumas horas.';

/** A sale makes two calls, of which its company takes two a second: so those woken before hardly have to queue up. */
const BETWEEN_SOME = '3s';

async function wakeAll(input: ParkedSalesInput): Promise<{ woken: number }> {
  let { place = null, woken = 0 } = input;
  for (;;) {
    const some = await wakeParkedSales(input, place);
    woken += some.woken;
    place = some.next;
    const which = input.resting
      ? 'Vendas que esperavam o Bling responder, e são lidas'
      : 'Vendas paradas que são lidas de novo';
    setCurrentDetails(`${which}: ${woken}.`);
    if (place === null) return { woken };
    if (input.resting) await sleep(BETWEEN_SOME, { summary: 'No ritmo em que o Bling pode ser consultado' });
    if (workflowInfo().continueAsNewSuggested)
      await continueAsNew<typeof parkedSales>({ ...input, place, woken });
  }
}
