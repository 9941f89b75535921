import {
  condition,
  continueAsNew,
  isCancellation,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { sayingIfCancelled } from './cancelled';
import { connectionChanged, reconcileNow, sourceAnswers } from './definitions';
import type { ConnectionInput, ReconciliationInput } from './definitions';
import { CONNECTION_INPUT } from './payload-shapes';
import { refuseInputUnlike } from './payloads';
import { endEarly, reconcile } from './reconciliation';
import {
  keepTokens,
  lookAtConnection,
  mailConnectionState,
  noteConnectionState,
  revokeAccess,
} from './steps';

/**
 * Keeps a connection to Bling well for as long as there is one: refreshes its tokens ahead of time, compares its orders every so often
 * and as soon as Bling answers again, says when its events have stopped, and tells its people when it stands otherwise than it did. One
 * that was disconnected is given back to Bling, and its run ends. What it goes by is in the store: whoever changes
 * something there only says "look again".
 */
export async function connection(input: ConnectionInput): Promise<void> {
  refuseInputUnlike(input, CONNECTION_INPUT);
  return sayingIfCancelled(CANCELLED, () => keepWell(input));
}

const CANCELLED =
  'A conexão continua valendo e as vendas continuam sendo lidas pelos avisos do Bling. A varredura de execuções perdidas começa outra execução em seguida.';

async function keepWell(input: ConnectionInput): Promise<void> {
  let news = 0;
  let soon = false;
  setHandler(connectionChanged, () => void (news += 1));
  setHandler(sourceAnswers, () => void (news += 1));
  setHandler(reconcileNow, () => {
    soon = true;
    news += 1;
  });
  for (;;) {
    const heard = news;
    const look = await lookAtConnection(input, soon);
    soon = false;
    const { over, changed, revoke, refresh, reconciliation, nextAt, details } = look;
    setCurrentDetails(details);
    if (changed) {
      await noteConnectionState(input, changed);
      await unlessItFails(() => mailConnectionState(input, changed));
    }
    if (over) return;
    if (revoke) await unlessItFails(() => revokeAccess(input));
    if (refresh) await unlessItFails(() => keepTokens(input));
    if (reconciliation) await compare(reconciliation, () => news);
    else
      await condition(() => news > heard, Math.max(1, Date.parse(nextAt) - Date.now()), {
        summary: 'Até o próximo passo da conexão',
      });
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof connection>(input);
  }
}

/** However it ends, its report says so, and the next one begins where the last good one has come to. */
async function compare(which: ReconciliationInput, news: () => number): Promise<void> {
  try {
    await reconcile(which, news, () => Promise.resolve());
  } catch (error) {
    await endEarly(which, error);
    if (isCancellation(error)) throw error;
  }
}

/** What has failed is done again the next time it is due. */
async function unlessItFails(step: () => Promise<unknown>): Promise<void> {
  try {
    await step();
  } catch (error) {
    if (isCancellation(error)) throw error;
  }
}
