import { BLING_ZONE, BlingApiError } from '../../bling';
import { startOfDate } from '../../loyalty';
import type { BlingClient } from '../../bling';
import type { ContactImport, ContactImportStep, ContactImportWait, ImportEnd } from '../../store';
import type { ContactImportInput } from '../../workflows';
import { currentInstant, MissingRecordError, reportProgress } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { refusalIn } from '../sale';
import { afterPage, begunPage, counting, pagesAfter, seeksPages, soughtPage } from './contact-cursor';
import { contactImportProgress } from './contact-import-progress';
import type { ContactImportProgress } from './contact-import-progress';
import { takeContactDetail, takeContactPage } from './contact-page';
import type { ContactWork } from './contact-page';
import { takeOrderDetail, takeOrderPage } from './order-page';
import type { OrdersTaken } from './order-page';

/** The steps of an import of contacts. Each can be repeated. */
export interface ContactImportSteps {
  readContacts(input: ContactImportInput): Promise<ContactImportProgress>;
  endContactImport(input: ContactImportInput, how: ImportEnd): Promise<ContactImportProgress>;
}

/** A step goes on for so long, as far as the company's calls go; then its slot is another's. */
const STEP_MS = 10_000;
/** So often it is looked whether a connection was put right, or goes on. */
const PUT_RIGHT_MS = 10 * 60_000;

/**
 * Reads on where the import is: a page, or what of it has to be read by itself. Everything is stored with how far it is by then, over
 * what was read: repeated after a crash it does the same rows again, at the same instants, and nothing is counted twice.
 */
export function createContactImportSteps(deps: ActivityDeps): ContactImportSteps {
  const { store, log } = deps;

  async function mustFind({ merchantId, importId }: ContactImportInput): Promise<ContactImport> {
    const found = await store.contactImports.get(merchantId, importId);
    if (!found) throw new MissingRecordError(`Import ${importId} of merchant ${merchantId} does not exist.`);
    return found;
  }

  async function workOn(found: ContactImport): Promise<ContactWork> {
    const { merchantId, connectionId } = found;
    const connection = await store.connections.get(merchantId, connectionId);
    if (!connection) throw new MissingRecordError(`Connection ${connectionId} of ${merchantId} is gone.`);
    return { found, connection, standIns: await store.merchants.standIns(merchantId) };
  }

  /** @returns how far it is then; where somebody has changed it meanwhile, as it is by that */
  async function goOn(found: ContactImport): Promise<{ now: ContactImport; restMs: number }> {
    const { merchantId, id: importId } = found;
    const work = await workOn(found);
    const { held } = work.connection;
    if (held) {
      const wait = { why: held.as === 'paused' ? 'paused' : 'connection', ms: PUT_RIGHT_MS } as const;
      return { now: await rest(found, wait), restMs: wait.ms };
    }
    const { step, restMs } = await nextStep(deps, work, new Date(currentInstant()));
    const now = await store.contactImports.advance(found, step);
    return { now: now ?? (await mustFind({ merchantId, importId })), restMs };
  }

  async function rest(found: ContactImport, { why, ms }: Wait): Promise<ContactImport> {
    const until = new Date(currentInstant() + ms);
    return (await store.contactImports.advance(found, { waiting: { why, until } })) ?? found;
  }

  return {
    async readContacts(input) {
      const begun = performance.now();
      for (let found = await mustFind(input); ;) {
        if (found.state !== 'running') return contactImportProgress(found, currentInstant());
        try {
          const { now, restMs } = await goOn(found);
          found = now;
          reportProgress({ page: found.page, contacts: found.counts.contacts });
          if (restMs > 0 || performance.now() - begun > STEP_MS)
            return contactImportProgress(found, currentInstant(), restMs);
        } catch (error) {
          const wait = waitIn(error);
          if (!wait) throw error;
          return contactImportProgress(await rest(found, wait), currentInstant(), wait.ms);
        }
      }
    },
    async endContactImport(input, how) {
      const { merchantId, importId } = input;
      const ended = await store.contactImports.end(merchantId, importId, how, new Date(currentInstant()));
      if (!ended)
        throw new MissingRecordError(`Import ${importId} of merchant ${merchantId} does not exist.`);
      log.warn({ merchantId, importId, state: ended.state }, 'import of contacts ended early');
      return contactImportProgress(ended, currentInstant());
    },
  };
}

/** How far it is by a look at Bling, and how long it is to rest after that. */
async function nextStep(deps: ActivityDeps, work: ContactWork, now: Date): Promise<OrdersTaken> {
  const { found, connection } = work;
  // What somebody has to put right is not asked. A refusal of a sale may be none of contacts.
  if (connection.state !== 'connected' && !connection.refused)
    throw new BlingApiError('unauthorized', 'read contacts', { asked: false });
  if (found.takenAt === null) return { step: begunPage(now), restMs: 0 };
  if (found.pending === null) return takePage(deps, work, now);
  if (seeksPages(found)) return { step: await seekPages(deps, work), restMs: 0 };
  const { step, restMs } = await takeDetail(deps, work);
  return { restMs, step: { ...step, waiting: null, ...(step.pending?.length ? {} : afterPage(found, now)) } };
}

async function takeDetail(deps: ActivityDeps, work: ContactWork): Promise<OrdersTaken> {
  if (work.found.phase === 'orders') return takeOrderDetail(deps, work);
  return { step: await takeContactDetail(deps, work), restMs: 0 };
}

async function takePage(deps: ActivityDeps, work: ContactWork, now: Date): Promise<OrdersTaken> {
  const { found } = work;
  const { rows, more, taken } = await readPage(deps, work);
  const pages = pagesAfter(found.pages, found.page, { rows, more });
  const then = { ...found, ...taken.step, more, pages };
  const stays = then.pending?.length || seeksPages(then);
  const step = { ...taken.step, more, pages, waiting: null, ...(stays ? {} : afterPage(then, now)) };
  return { step, restMs: taken.restMs };
}

async function readPage(
  deps: ActivityDeps,
  work: ContactWork,
): Promise<{ rows: number; more: boolean; taken: OrdersTaken }> {
  const { page, phase } = work.found;
  if (phase === 'orders') {
    const { rows, more } = await listOrders(deps.bling, work, page);
    return { rows: rows.length, more, taken: await takeOrderPage(deps, work, rows) };
  }
  const { rows, more } = await listContacts(deps.bling, work, page);
  const step = await takeContactPage(deps, work, rows);
  return { rows: rows.length, more, taken: { step, restMs: 0 } };
}

async function seekPages(deps: ActivityDeps, work: ContactWork): Promise<ContactImportStep> {
  const { found } = work;
  const page = soughtPage(found);
  const list = found.phase === 'orders' ? listOrders : listContacts;
  const { rows, more } = await list(deps.bling, work, page);
  const pages = pagesAfter(found.pages, page, { rows: rows.length, more });
  return { pages, counts: counting(found.counts, { calls: 1 }), waiting: null };
}

function listContacts(
  bling: BlingClient,
  { found: { changed }, connection }: ContactWork,
  page: number,
): ReturnType<BlingClient['listContacts']> {
  const account = { connectionId: connection.id, companyId: connection.companyId };
  if (changed === null) return bling.listContacts(account, { page });
  const period = { changedFrom: changed.from.getTime(), changedTo: changed.to.getTime() };
  return bling.listContacts(account, { page, changed: period });
}

/** Orders that were changed since the company was connected are not of the past: Bling has told of them, or tells of them yet. */
function listOrders(
  bling: BlingClient,
  { found: { history }, connection }: ContactWork,
  page: number,
): ReturnType<BlingClient['listOrders']> {
  if (!history) throw new Error('No orders of the past were asked for.');
  const { from: soldFrom, to: soldTo, unchangedSince } = history;
  const changedFrom = startOfDate(soldFrom, BLING_ZONE);
  const period = { soldFrom, soldTo, changedFrom, changedTo: unchangedSince.getTime() };
  return bling.listOrders(
    { connectionId: connection.id, companyId: connection.companyId },
    { page, ...period },
  );
}

/** Why it cannot go on just now, and for how long. */
interface Wait {
  why: ContactImportWait;
  ms: number;
}

const WHY: Partial<Record<BlingApiError['kind'], ContactImportWait>> = {
  rate_limited: 'pace',
  day_quota: 'day',
  unavailable: 'silence',
  timeout: 'silence',
};

/** What a run waits out by itself; null: the step is tried again, or has failed. */
function waitIn(error: unknown): Wait | null {
  if (!(error instanceof BlingApiError)) return null;
  const refused = refusalIn(error);
  if (refused) return { why: refused === 'forbidden' ? 'permission' : 'connection', ms: PUT_RIGHT_MS };
  const { kind, retryAfterMs } = error;
  const why = WHY[kind];
  return why && retryAfterMs !== undefined ? { why, ms: retryAfterMs } : null;
}
