import { after, dueAfter } from '../mongo';
import type { DuePlace, Mongo, Place } from '../mongo';
import { contactImportModel, contactImportTurnModel } from './contact-import-model';
import type { ContactImportCounts, ContactImportDoc } from './contact-import-model';
import type { ImportEnd } from './import-model';
import { unlessThere } from './unless-there';
import { workedUntil } from './import-pace';

/** Daily imports are forgotten after so long. */
const KEPT_MS = 30 * 86_400_000;

/** An import of the people in a company of Bling as stored; `id` in place of `_id`. */
export type ContactImport = Omit<ContactImportDoc, '_id'> & { id: string };

/** What is asked for. */
export type NewContactImport = Pick<
  ContactImport,
  'id' | 'merchantId' | 'connectionId' | 'cause' | 'by' | 'changed' | 'history' | 'zone'
>;

/** How far it is now. */
export type ContactImportStep = Partial<
  Pick<
    ContactImportDoc,
    | 'phase'
    | 'page'
    | 'takenAt'
    | 'pending'
    | 'more'
    | 'lastIds'
    | 'pages'
    | 'counts'
    | 'phaseDone'
    | 'waiting'
    | 'workedMs'
    | 'workedSince'
    | 'state'
    | 'finishedAt'
  >
>;

/** Imports of the people in a company of Bling: what was asked for, and how far they are. */
export interface ContactImports {
  /** Begins one; the same again is answered as it is. Null: another one of the connection is open. */
  open(fresh: NewContactImport, now: Date): Promise<ContactImport | null>;
  get(merchantId: string, importId: string): Promise<ContactImport | null>;
  /** The one of a connection that is neither finished nor ended. */
  openOf(merchantId: string, connectionId: string): Promise<ContactImport | null>;
  /** Those that somebody asked for, newest first, from after a place on. */
  list(merchantId: string, page: { limit: number } & Place): Promise<ContactImport[]>;
  /** Stores how far it is, if it still is as it was read; null: somebody has changed it since. */
  advance(known: ContactImport, step: ContactImportStep): Promise<ContactImport | null>;
  /** Pauses one that is running, or has one that is paused go on; another stays as it is. Null: there is none. */
  setPaused(merchantId: string, importId: string, paused: boolean, now: Date): Promise<ContactImport | null>;
  /** Ends one that is open; another stays as it is. Null: there is none. */
  end(merchantId: string, importId: string, how: ImportEnd, now: Date): Promise<ContactImport | null>;
  /** Those that run, were begun by `until`, and are not finished, in the order they were begun in, from after `place` on. */
  unfinished(merchantId: string, until: Date, place: DuePlace, limit: number): Promise<ContactImport[]>;
  /** The connection's latest that was finished: what was changed in Bling before it was begun is known. */
  latestFinished(merchantId: string, connectionId: string): Promise<ContactImport | null>;
}

/** The imports of one database. */
export function createContactImports(mongo: Mongo): ContactImports {
  const model = () => mongo.of(contactImportModel);
  const turns = () => mongo.of(contactImportTurnModel);

  async function find(filter: Partial<ContactImportDoc>): Promise<ContactImport | null> {
    const doc = await model().findOne(filter).lean();
    return doc ? asImport(doc) : null;
  }

  async function advance(known: ContactImport, step: ContactImportStep): Promise<ContactImport | null> {
    const { id: _id, merchantId, turn } = known;
    const doc = await model()
      .findOneAndUpdate(
        { _id, merchantId, turn },
        { $set: { ...step, ...forgetting(known, step), turn: turn + 1 } },
        { returnDocument: 'after' },
      )
      .lean();
    return doc ? asImport(doc) : null;
  }

  /** True where it is the import's turn: that of another has ended, or there was none. */
  async function takeTurn({ id, merchantId, connectionId }: NewContactImport): Promise<boolean> {
    for (;;) {
      const turn = await turns().findOne({ _id: connectionId, merchantId }).lean();
      if (turn?.importId === id) return true;
      if (!turn) {
        const first = { _id: connectionId, merchantId, importId: id };
        await unlessThere(() => turns().insertMany([first], { lean: true }));
        continue;
      }
      const other = await find({ _id: turn.importId, merchantId });
      if (other && isOpen(other)) return false;
      await turns().updateOne(
        { _id: connectionId, merchantId, importId: turn.importId },
        { $set: { importId: id } },
      );
    }
  }

  /** Changes it whoever else does so too. */
  async function turned(
    merchantId: string,
    importId: string,
    stepOf: (known: ContactImport) => ContactImportStep | null,
  ): Promise<ContactImport | null> {
    for (;;) {
      const known = await find({ _id: importId, merchantId });
      const step = known && stepOf(known);
      if (!step) return known;
      const now = await advance(known, step);
      if (now) return now;
    }
  }

  return {
    async open(fresh, now) {
      const mine = { _id: fresh.id, merchantId: fresh.merchantId };
      const known = await find(mine);
      if (known && !isOpen(known)) return known;
      if (!known) await unlessThere(() => model().insertMany([newImport(fresh, now)], { lean: true }));
      if (await takeTurn(fresh)) return find(mine);
      await model().deleteOne({ ...mine, turn: 0 });
      return null;
    },
    get: (merchantId, _id) => find({ _id, merchantId }),
    async openOf(merchantId, connectionId) {
      const turn = await turns().findOne({ _id: connectionId, merchantId }).lean();
      const found = turn && (await find({ _id: turn.importId, merchantId }));
      return found && isOpen(found) ? found : null;
    },
    async list(merchantId, { limit, ...place }) {
      const docs = await model()
        .find({ merchantId, cause: 'person' as const, ...after('startedAt', place) })
        .sort({ startedAt: -1, _id: -1 })
        .limit(limit)
        .lean();
      return docs.map(asImport);
    },
    advance,
    setPaused: (merchantId, importId, paused, now) =>
      turned(merchantId, importId, (known) => {
        if (known.state !== (paused ? 'running' : 'paused')) return null;
        if (!paused) return { state: 'running', workedSince: now, waiting: null };
        return { state: 'paused', ...workedUntil(known, now), waiting: null };
      }),
    end: (merchantId, importId, how, now) =>
      turned(merchantId, importId, (known) => {
        if (known.state !== 'running' && known.state !== 'paused') return null;
        return { state: how, ...workedUntil(known, now), pending: null, waiting: null, finishedAt: now };
      }),
    async unfinished(merchantId, until, place, limit) {
      const docs = await model()
        .find({ merchantId, state: 'running' as const, ...dueAfter('startedAt', until, place) })
        .sort({ startedAt: 1, _id: 1 })
        .limit(limit)
        .lean();
      return docs.map(asImport);
    },
    async latestFinished(merchantId, connectionId) {
      const [doc] = await model()
        .find({ merchantId, connectionId, state: 'finished' as const })
        .sort({ startedAt: -1, _id: -1 })
        .limit(1)
        .lean();
      return doc ? asImport(doc) : null;
    },
  };
}

function isOpen({ state }: Pick<ContactImport, 'state'>): boolean {
  return state === 'running' || state === 'paused';
}

/** A daily one is forgotten a while after it has ended. */
function forgetting(
  { cause }: ContactImport,
  { finishedAt }: ContactImportStep,
): Pick<ContactImportDoc, 'forgottenAt'> {
  if (cause === 'person' || !finishedAt) return {};
  return { forgottenAt: new Date(finishedAt.getTime() + KEPT_MS) };
}

const NOTHING: ContactImportCounts = {
  ...{ contacts: 0, created: 0, updated: 0, unchanged: 0, nobody: 0, leftOut: 0, details: 0 },
  ...{ orders: 0, kept: 0, known: 0, notCounted: 0, calls: 0 },
};

function newImport({ id, ...fresh }: NewContactImport, now: Date): ContactImportDoc {
  return {
    _id: id,
    ...fresh,
    state: 'running',
    phase: 'contacts',
    page: 1,
    takenAt: null,
    pending: null,
    more: true,
    lastIds: [],
    pages: { low: 1, high: null },
    counts: NOTHING,
    workedMs: 0,
    workedSince: now,
    phaseDone: 0,
    waiting: null,
    turn: 0,
    startedAt: now,
    finishedAt: null,
  };
}

function asImport({ _id, ...doc }: ContactImportDoc): ContactImport {
  return { id: _id, ...doc };
}
