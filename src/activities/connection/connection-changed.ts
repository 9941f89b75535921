import { activityInfo } from '@temporalio/activity';
import { renderConnectionMail, SendError } from '../../messaging';
import {
  endDeafness,
  endRefusal,
  endSilence,
  endStop,
  mayNotReadInvoices,
  raiseRefusal,
  raiseStop,
} from '../../store';
import type { ConnectionState, StoreConnection } from '../../store';
import type { ConnectionInput, StateChange } from '../../workflows';
import { currentInstant, reportProgress } from '../runtime';
import type { ActivityDeps } from '../runtime';

/** What the audit calls a change that nobody of the merchant made. */
const ACT = 'connection.state';

/**
 * Writes down that a connection stands otherwise than it did: its alerts, and a line of the audit where no person's own act says so. What
 * people do is in the audit by itself. Can be repeated, and is where an e-mail about the change is still due.
 */
export function createNoteConnectionState({
  store,
  log,
}: ActivityDeps): (input: ConnectionInput, change: StateChange) => Promise<void> {
  return async ({ merchantId, connectionId }, { was, is, at }) => {
    const now = new Date(currentInstant());
    const connection = await store.connections.get(merchantId, connectionId);
    if (!connection) return;
    await alertOf(store, connection, is, now);
    if (connection.told === is) return;
    if (is === 'needs_authorization' || was === 'needs_authorization')
      await store.audit.record(
        { merchantId, at: now, actor: { kind: 'installation' }, address: null, requestId: null, act: ACT },
        {
          outcome: 'done',
          change: {
            subject: { kind: 'connection', id: connectionId },
            before: { state: was },
            after: { state: is },
          },
        },
      );
    await store.connections.noteTold(merchantId, connectionId, { was, is, at: new Date(at) });
    log.info({ merchantId, connectionId, was, is }, 'a connection stands otherwise now');
  };
}

async function alertOf(
  { alerts }: Pick<ActivityDeps['store'], 'alerts'>,
  connection: StoreConnection,
  state: ConnectionState,
  now: Date,
): Promise<void> {
  const { merchantId, id: connectionId, refused } = connection;
  if (state === 'paused' || state === 'disconnected') {
    await raiseStop(alerts, connection, state, now);
    await endDeafness(alerts, connection, now);
  }
  if (state === 'disconnected') {
    // Nobody asks it any more, so that no answer would end these.
    await endRefusal(alerts, { merchantId, connectionId }, now);
    await endSilence(alerts, connection, now);
  }
  if (state === 'paused' || state === 'disconnected') return;
  await endStop(alerts, connection, now);
  if (state === 'connected' && mayNotReadInvoices(connection)) return;
  if (state === 'connected') return endRefusal(alerts, { merchantId, connectionId }, now);
  await raiseRefusal(alerts, { merchantId, connectionId }, refused?.reason ?? 'unauthorized', now);
}

/** Tells every owner by e-mail, each once. One who cannot be reached does not keep the others from hearing; what could not be sent stays due. */
export function createMailConnectionState({
  store,
  mailer,
  publicUrl,
  log,
}: ActivityDeps): (input: ConnectionInput, change: StateChange) => Promise<void> {
  return async ({ merchantId, connectionId }, { is, at }) => {
    const connection = await store.connections.get(merchantId, connectionId);
    if (!connection) return;
    const since = new Date(at);
    const { connections } = store;
    if (!mailer) return connections.endMail(merchantId, connectionId, since);
    const { companyName, mailDue } = connection;
    const link = `${publicUrl}/configuracoes/conexao`;
    const owners = (await store.people.members(merchantId)).filter(({ role }) => role === 'owner');
    let later: SendError | null = null;
    // Those who were written to before another attempt, or by a version that noted them elsewhere, are not written to again.
    const before = (activityInfo().heartbeatDetails as string[] | undefined) ?? [];
    const written = new Set([...before, ...(mailDue?.written ?? [])]);
    for (const { person } of owners) {
      if (written.has(person.id)) continue;
      const id = `${connectionId}-${is}-${Date.parse(at)}-${person.id}`.replaceAll('_', '-');
      const content = renderConnectionMail({ state: is, name: person.name, companyName, link });
      try {
        await mailer.send({ to: person.email, id, ...content });
        reportProgress([...written.add(person.id)]);
        await connections.noteWritten(merchantId, connectionId, since, person.id);
      } catch (error) {
        if (!(error instanceof SendError)) throw error;
        log.warn(
          { connectionId, reason: error.reason, code: error.code },
          'e-mail about a connection was not sent',
        );
        // The sender's own trouble, such as a wrong password, is put right by its operator.
        if (error.outcome === 'retry' || error.scope === 'sender') later = error;
      }
    }
    if (later) throw later;
    await connections.endMail(merchantId, connectionId, since);
  };
}
