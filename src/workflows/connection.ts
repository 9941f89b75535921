import {
  condition,
  continueAsNew,
  ContinueAsNew,
  isCancellation,
  setCurrentDetails,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import type { ConnectionLook } from '../activities';
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
  const { merchantId, connectionId } = input;
  const which = { merchantId, connectionId };
  let news = 0;
  let soon = input.soon ?? false;
  const goOn = (comparing?: ConnectionInput['comparing']): Promise<never> =>
    continueAsNew<typeof connection>({ ...which, ...(soon && { soon }), ...(comparing && { comparing }) });
  setHandler(connectionChanged, () => void (news += 1));
  setHandler(sourceAnswers, () => void (news += 1));
  setHandler(reconcileNow, () => {
    soon = true;
    news += 1;
  });
  if (input.comparing) await compare({ ...which, ...input.comparing }, () => news, goOn);
  for (;;) {
    const heard = news;
    const asked = soon;
    soon = false;
    const look = await lookAtConnection(which, asked);
    const { over, reconciliation, busy, nextAt } = look;
    // Another comparison goes on: what was asked for comes after it.
    if (asked && busy) soon = true;
    await tend(which, look);
    if (over) {
      // It may have been authorised again meanwhile.
      if (news === heard) return;
      continue;
    }
    if (reconciliation) await compare(reconciliation, () => news, goOn);
    else
      await condition(() => news > heard, Math.max(LEAST_MS, Date.parse(nextAt) - Date.now()), {
        summary: 'Até o próximo passo da conexão',
      });
    if (workflowInfo().continueAsNewSuggested) await goOn();
  }
}

/** What a look has found to be done at once. */
async function tend(which: ConnectionInput, look: ConnectionLook): Promise<void> {
  const { changed, details } = look;
  setCurrentDetails(details);
  if (changed) {
    await noteConnectionState(which, changed);
    await unlessItFails(() => mailConnectionState(which, changed));
  }
  if (look.revoke) await unlessItFails(() => revokeAccess(which));
  if (look.refresh) await unlessItFails(() => keepTokens(which));
}

/** The store's clock and the server's may differ: that is no reason to look again and again. */
const LEAST_MS = 1_000;
/** After a comparison of which not even the end could be noted. */
const PAUSE_MS = 60_000;

/** However it ends, its report says so, and the next one begins where the last good one has come to. */
async function compare(
  which: ReconciliationInput,
  news: () => number,
  goOn: (comparing: ConnectionInput['comparing']) => Promise<never>,
): Promise<void> {
  const { reconciliationId } = which;
  try {
    await reconcile(which, news, async (place, found) => {
      if (workflowInfo().continueAsNewSuggested) await goOn({ reconciliationId, place, found });
    });
  } catch (error) {
    if (error instanceof ContinueAsNew) throw error;
    await noteEnd(which, error);
    if (isCancellation(error)) throw error;
  }
}

/** A report that is not there any more, as after a restore, keeps nobody from looking on. */
async function noteEnd(which: ReconciliationInput, why: unknown): Promise<void> {
  try {
    await endEarly(which, why);
  } catch (error) {
    if (isCancellation(error)) throw error;
    await sleep(PAUSE_MS, { summary: 'Depois de uma conferência sem fim anotado' });
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
