import { BLING_ZONE } from '../../bling';
import { importIdOf } from '../../ids';
import { localDate, moveDate, parseDuration } from '../../loyalty';
import type { Instant } from '../../loyalty';
import type { ContactImport, OrderHistory, StoreConnection } from '../../store';
import { findConnection } from '../connection';
import type { Act, AppDeps, Route } from '../http';
import { doneBy, endpoint, invalidField } from '../http';
import { Problem } from '../http/problem';
import { merchantZone } from '../program';
import { contactImportExample, contactImportQuerySchema, contactImportSchema } from './contact-import-schema';
import { oneContactImportView } from './contact-import-view';

const tag = 'Imports';

/** The people in a company of Bling, and what somebody may do about their import. */
export function contactImportRoutes(deps: AppDeps): Route[] {
  return [
    start(deps),
    move(deps, 'pause', 'Pause an import of contacts: it goes on where it is, when it is resumed'),
    move(deps, 'resume', 'Have a paused import of contacts go on'),
    move(deps, 'cancel', 'End an import of contacts; what it has written stays'),
  ];
}

function start(deps: AppDeps): Route {
  const { store, runs } = deps;
  return endpoint(deps, {
    method: 'post',
    path: '/v1/connections/{id}/imports',
    permission: 'import',
    act: 'import.contacts',
    tag,
    summary: 'Import the contacts of a Bling company, and past orders',
    description:
      'Every contact becomes a customer, or is recognised as one, as by a sale. Nobody is asked for a consent, none is assumed, and nobody is written to. The calls are those that live sales leave over. One import of a connection is open at a time; each day what was changed in Bling since then follows by itself.',
    query: contactImportQuerySchema,
    reply: {
      status: 201,
      description: 'The contacts are being read',
      schema: contactImportSchema,
      example: contactImportExample,
    },
    refusals: ['connection_not_found', 'bling_authorization_needed', 'import_open'],
    movesValue: true,
    async answer({ merchantId, caller, id: connectionId, query, key, now, tell, log }) {
      const connection = await findConnection(deps, merchantId, connectionId);
      if (connection.state !== 'connected') throw new Problem('bling_authorization_needed');
      const history = historyAsked(query, connection, now);
      const id = importIdOf(merchantId, key);
      const zone = connection.zone ?? (await merchantZone(store, merchantId));
      const asked = { cause: 'person' as const, by: doneBy(caller), changed: null, history, zone };
      const opened = await store.contactImports.open(
        { id, merchantId, connectionId, ...asked },
        new Date(now),
      );
      if (!opened) throw await openAlready(deps, merchantId, connectionId);
      tell({
        subject: { kind: 'import', id },
        after: { kind: 'contacts', ...(history && { from: history.from, earn: history.earn }) },
      });
      await runs.importContacts({ merchantId, importId: id });
      log.info({ connectionId, importId: id }, 'import of contacts begun');
      return oneContactImportView(store, opened, now);
    },
  });
}

type Move = 'pause' | 'resume' | 'cancel';

function move(deps: AppDeps, what: Move, summary: string): Route {
  const { store, runs } = deps;
  const act: Act = `import.${what}`;
  return endpoint(deps, {
    method: 'post',
    path: `/v1/imports/{id}/${what}`,
    permission: 'import',
    act,
    tag,
    summary,
    description: 'Said again, it changes nothing.',
    reply: {
      description: 'The import as it is now',
      schema: contactImportSchema,
      example: contactImportExample,
    },
    refusals: ['import_not_found', 'import_ended', 'import_of_a_file'],
    async answer({ merchantId, id, now, tell }) {
      const { contactImports, imports } = store;
      const at = new Date(now);
      const moved =
        what === 'cancel'
          ? await contactImports.end(merchantId, id, 'cancelled', at)
          : await contactImports.setPaused(merchantId, id, what === 'pause', at);
      if (!moved)
        throw new Problem((await imports.get(merchantId, id)) ? 'import_of_a_file' : 'import_not_found');
      if (moved.state !== STATE_AFTER[what]) throw new Problem('import_ended');
      tell({ subject: { kind: 'import', id } });
      await runs.importContacts({ merchantId, importId: id });
      return oneContactImportView(store, moved, now);
    },
  });
}

const STATE_AFTER: Record<Move, ContactImport['state']> = {
  pause: 'paused',
  resume: 'running',
  cancel: 'cancelled',
};

const ONE_DAY = parseDuration('P1D');

/**
 * Which past orders are meant: those that have stayed as they are since the company was connected. What was changed after that, Bling
 * has told of.
 * @throws Problem `invalid_request`
 */
function historyAsked(
  { history, earn }: { history?: string | undefined; earn: 'true' | 'false' },
  { createdAt }: StoreConnection,
  now: Instant,
): OrderHistory | null {
  if (history === undefined) {
    if (earn === 'true')
      throw invalidField('earn', 'Só vale com history: são os pedidos antigos que rendem.');
    return null;
  }
  const today = localDate(now, BLING_ZONE);
  const from = moveDate(moveDate(today, parseDuration(history), -1), ONE_DAY);
  const to = localDate(createdAt.getTime(), BLING_ZONE);
  if (from > to)
    throw invalidField(
      'history',
      'O período começa depois da conexão com o Bling, e as vendas desde então já são conhecidas. Use um período maior.',
    );
  return { from, to, unchangedSince: createdAt, earn: earn === 'true' };
}

async function openAlready({ store }: AppDeps, merchantId: string, connectionId: string): Promise<Problem> {
  const open = await store.contactImports.openOf(merchantId, connectionId);
  return new Problem('import_open', { facts: { importId: open?.id ?? '' } });
}
