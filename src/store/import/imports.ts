import { after, dueAfter } from '../mongo';
import type { DuePlace, Mongo, Place } from '../mongo';
import { importModel, importRowsModel } from './import-model';
import { unlessThere } from './unless-there';
import type {
  FileColumn,
  ImportDoc,
  ImportEnd,
  ImportedCustomer,
  ImportedSale,
  ImportRowsDoc,
  RowError,
  SaleStatusColumn,
} from './import-model';

/** Errors kept of one import; `failed` counts the others too. */
const MOST_ERRORS = 1_000;
/** Rows that are worked on in one step: a killed worker repeats at most these. */
const CHUNK_ROWS = 100;
/** Chunks written in one call: so few that making the message holds up no other request. */
const CHUNKS_AT_ONCE = 2;

/** An import of a file as stored; `id` in place of `_id`. */
export type FileImport = Omit<ImportDoc, '_id'> & { id: string };

/** How an import stands, without what is said of single rows and columns. */
export type FileImportSummary = Omit<FileImport, 'errors' | 'columns'>;

/** A file as it was read: rows that can be taken, and what is wrong with the others. */
export interface NewImport extends Pick<
  ImportDoc,
  'merchantId' | 'kind' | 'dryRun' | 'notify' | 'by' | 'zone' | 'total' | 'failed' | 'ignoredColumns'
> {
  id: string;
  columns: FileColumn[];
  statusColumns: SaleStatusColumn[];
  customers: readonly ImportedCustomer[];
  sales: readonly ImportedSale[];
  errors: readonly RowError[];
}

/** Rows to be worked on next. */
export interface ImportChunk {
  chunk: number;
  /** When work on them began first. */
  takenAt: Date;
  customers: ImportedCustomer[];
  sales: ImportedSale[];
}

/** How many rows of a chunk were worked on, and what they changed. */
export interface ChunkOutcome {
  chunk: number;
  rows: number;
  created: number;
  updated: number;
}

/** Imports of files: their progress, and the rows that are still to be worked on. */
export interface Imports {
  /** Stores the rows and then the import; one that is there already stays as it is. */
  open(fresh: NewImport, now: Date): Promise<FileImport>;
  get(merchantId: string, importId: string): Promise<FileImport | null>;
  /** Newest first, from after a place on. */
  list(merchantId: string, page: { limit: number } & Place): Promise<FileImportSummary[]>;
  /** The rows to work on next, the same until they are finished; null: all are, or it has ended; `gone`: they were kept too long. */
  next(merchantId: string, importId: string, now: Date): Promise<ImportChunk | 'gone' | null>;
  /** Adds the outcome of the rows to the import, once, and forgets the rows. */
  finish(merchantId: string, importId: string, outcome: ChunkOutcome, now: Date): Promise<FileImport>;
  /** Ends one that is running, and forgets the rows that are left; another stays as it is. Null: there is none. */
  end(merchantId: string, importId: string, how: ImportEnd, now: Date): Promise<FileImport | null>;
  /** Those that were begun by `until` and are not finished, in the order they were begun in, from after `place` on. */
  unfinished(merchantId: string, until: Date, place: DuePlace, limit: number): Promise<FileImport[]>;
}

/** The imports of one database. */
export function createImports(mongo: Mongo): Imports {
  const find = async (merchantId: string, importId: string): Promise<FileImport | null> => {
    const doc = await mongo.of(importModel).findOne({ _id: importId, merchantId }).lean();
    return doc ? asImport(doc) : null;
  };
  const mustFind = async (merchantId: string, importId: string): Promise<FileImport> => {
    const found = await find(merchantId, importId);
    if (!found) throw new Error(`Import ${importId} of merchant ${merchantId} does not exist.`);
    return found;
  };

  return {
    get: find,
    async list(merchantId, { limit, ...place }) {
      const docs = await mongo
        .of(importModel)
        .find({ merchantId, ...after('startedAt', place) })
        .sort({ startedAt: -1, _id: -1 })
        .limit(limit)
        .select({ errors: 0, columns: 0 })
        .lean();
      return docs.map(asImport);
    },
    async open(fresh, now) {
      const known = await find(fresh.merchantId, fresh.id);
      if (known) return known;
      const chunks = newChunks(fresh, now);
      for (let from = 0; from < chunks.length; from += CHUNKS_AT_ONCE)
        await unlessThere(() =>
          mongo.of(importRowsModel).insertMany(chunks.slice(from, from + CHUNKS_AT_ONCE), {
            lean: true,
            ordered: false,
          }),
        );
      const doc = newImport(fresh, chunks.length, now);
      await unlessThere(() => mongo.of(importModel).insertMany([doc], { lean: true }));
      return mustFind(fresh.merchantId, fresh.id);
    },
    async next(merchantId, importId, now) {
      const { chunks, nextChunk, state } = await mustFind(merchantId, importId);
      if (state !== 'running' || nextChunk >= chunks) return null;
      const _id = `${importId}/${nextChunk}`;
      await mongo
        .of(importRowsModel)
        .updateOne({ _id, merchantId, takenAt: null }, { $set: { takenAt: now } });
      const doc = await mongo.of(importRowsModel).findOne({ _id, merchantId }).lean();
      if (!doc) return 'gone';
      return { chunk: nextChunk, takenAt: doc.takenAt ?? now, customers: doc.customers, sales: doc.sales };
    },
    async finish(merchantId, importId, { chunk, rows, created, updated }, now) {
      const { chunks } = await mustFind(merchantId, importId);
      const last = chunk + 1 >= chunks;
      await mongo.of(importModel).updateOne(
        { _id: importId, merchantId, nextChunk: chunk },
        {
          $inc: { done: rows, created, updated, nextChunk: 1 },
          ...(last ? { $set: { state: 'finished', finishedAt: now } } : {}),
        },
      );
      await mongo.of(importRowsModel).deleteOne({ _id: `${importId}/${chunk}`, merchantId });
      return mustFind(merchantId, importId);
    },
    async end(merchantId, importId, how, now) {
      const running = { _id: importId, merchantId, state: 'running' as const };
      await mongo.of(importModel).updateOne(running, { $set: { state: how, finishedAt: now } });
      const ended = await find(merchantId, importId);
      if (ended?.state === how) await mongo.of(importRowsModel).deleteMany({ merchantId, importId });
      return ended;
    },
    async unfinished(merchantId, until, place, limit) {
      const filter = { merchantId, state: 'running' as const, ...dueAfter('startedAt', until, place) };
      const docs = await mongo
        .of(importModel)
        .find(filter)
        .sort({ startedAt: 1, _id: 1 })
        .limit(limit)
        .lean();
      return docs.map(asImport);
    },
  };
}

function newImport({ id, errors, ...fresh }: NewImport, chunks: number, now: Date): ImportDoc {
  const { customers, sales, ...about } = fresh;
  const nothingToDo = chunks === 0;
  return {
    _id: id,
    ...about,
    state: nothingToDo ? 'finished' : 'running',
    done: fresh.total - customers.length - sales.length,
    created: 0,
    updated: 0,
    errors: errors.slice(0, MOST_ERRORS),
    chunks,
    nextChunk: 0,
    startedAt: now,
    finishedAt: nothingToDo ? now : null,
  };
}

function newChunks({ id, merchantId, customers, sales }: NewImport, now: Date): ImportRowsDoc[] {
  const count = Math.ceil(Math.max(customers.length, sales.length) / CHUNK_ROWS);
  return Array.from({ length: count }, (_, chunk) => {
    const [from, to] = [chunk * CHUNK_ROWS, (chunk + 1) * CHUNK_ROWS];
    return {
      _id: `${id}/${chunk}`,
      merchantId,
      importId: id,
      chunk,
      customers: customers.slice(from, to),
      sales: sales.slice(from, to),
      takenAt: null,
      createdAt: now,
    };
  });
}

function asImport({ _id, ...doc }: ImportDoc): FileImport {
  return { id: _id, ...doc };
}
