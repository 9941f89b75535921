import { ApplicationFailure } from '@temporalio/common';
import { BlingApiError } from '../../bling';
import { raiseRefusal } from '../../store';
import type { ConnectionRefusal, StoreConnection } from '../../store';
import { currentInstant } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { noteAnswer, refusalIn, toldReason } from '../sale';

/**
 * Asks a connection for its orders, or for its NFC-e. What is refused for good marks the connection and is told of, as where a sale is refused, and fails
 * the step for good; an answer ends that.
 */
export async function askOrders<Answer>(
  deps: ActivityDeps,
  connection: StoreConnection,
  ask: () => Promise<Answer>,
  asked: 'order' | 'invoice' = 'order',
): Promise<Answer> {
  let answer: Answer;
  try {
    answer = await ask();
  } catch (error) {
    if (!(error instanceof BlingApiError) || !error.permanent) throw error;
    const reason = refusalIn(error);
    if (reason && !(await noteRefusal(deps, connection, reason, asked))) throw error;
    throw ApplicationFailure.nonRetryable(error.message, `Bling.${error.kind}`);
  }
  await noteAnswer(deps, connection, asked);
  return answer;
}

/** False: it was authorised again meanwhile, and another try may be answered. */
async function noteRefusal(
  { store, log }: ActivityDeps,
  connection: StoreConnection,
  reason: ConnectionRefusal['reason'],
  asked: ConnectionRefusal['asked'],
): Promise<boolean> {
  const { id: connectionId, merchantId } = connection;
  const now = new Date(currentInstant());
  if (!(await store.connections.refuse(connection, { reason, asked, since: now }))) return false;
  await raiseRefusal(store.alerts, { merchantId, connectionId }, toldReason({ reason, asked }), now);
  log.warn({ merchantId, connectionId, reason, asked }, 'a list is refused');
  return true;
}
