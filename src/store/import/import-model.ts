import { Schema } from 'mongoose';
import type { DoneBy } from '../../loyalty';
import { modelDefinition } from '../mongo';
import type { CustomerContact } from '../customer';
import type { PostedSale } from '../sale';

/** What a file holds. */
export type ImportKind = 'customers' | 'sales';

/** How an import ends before all its rows were dealt with. */
export type ImportEnd = 'cancelled' | 'failed';

/** What is wrong with one row of a file: no value of the row is repeated in it. `row` 1 is the header. */
export interface RowError {
  row: number;
  field: string;
  message: string;
}

/** What a column that tells how sales stand was read as, with how many rows say each value; blank: empty. */
export interface SaleStatusColumn {
  column: string;
  values: { value: string; rows: number; means: 'completed' | 'open' | 'cancelled' | 'ignore' | 'unknown' }[];
}

/** A column of a file, by its title, and what it is read for: names of fields, `status`, or nothing. */
export interface FileColumn {
  column: string;
  fields: string[];
}

/** One import of a file: what is asked for, how far it is, and what could not be taken. */
export interface ImportDoc {
  _id: string;
  merchantId: string;
  kind: ImportKind;
  /** Everything is looked at and counted, nothing is written. */
  dryRun: boolean;
  /** Whether customers hear of the sales in it. */
  notify: boolean;
  /** Who sent the file; absent in imports of former versions. */
  by?: DoneBy;
  /** The program's zone when the file was taken; sales that are opened keep it. */
  zone: string;
  /** `cancelled`: somebody has ended its run; `failed`: it met what cannot get better. Rows dealt with by then stay. */
  state: 'running' | 'finished' | ImportEnd;
  /** Rows with something in them. */
  total: number;
  /** Rows that have been dealt with, those that failed included. */
  done: number;
  created: number;
  updated: number;
  failed: number;
  errors: RowError[];
  /** Headers of columns that mean nothing here. */
  ignoredColumns: string[];
  /** What every column was read for; absent in imports of former versions. */
  columns?: FileColumn[];
  /** How columns about the state of sales were read; absent in imports of former versions. */
  statusColumns?: SaleStatusColumn[];
  /** How many chunks its rows were stored in, and which of them is the next to be worked on. */
  chunks: number;
  nextChunk: number;
  startedAt: Date;
  finishedAt: Date | null;
}

const importSchema = new Schema<ImportDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    kind: { type: String, required: true },
    dryRun: { type: Boolean, required: true },
    notify: { type: Boolean, required: true },
    by: { type: Schema.Types.Mixed },
    zone: { type: String, required: true },
    state: { type: String, required: true },
    total: { type: Number, required: true },
    done: { type: Number, required: true },
    created: { type: Number, required: true },
    updated: { type: Number, required: true },
    failed: { type: Number, required: true },
    errors: { type: Schema.Types.Mixed, required: true },
    ignoredColumns: { type: [String], required: true },
    columns: { type: Schema.Types.Mixed },
    statusColumns: { type: Schema.Types.Mixed },
    chunks: { type: Number, required: true },
    nextChunk: { type: Number, required: true },
    startedAt: { type: Date, required: true },
    finishedAt: { type: Date, default: null },
  },
  { collection: 'imports', versionKey: false, suppressReservedKeysWarning: true },
);
importSchema.index({ merchantId: 1, startedAt: -1, _id: -1 });
importSchema.index({ merchantId: 1, state: 1, startedAt: 1, _id: 1 });
export const importModel = modelDefinition('Import', importSchema, [
  { key: { merchantId: 1, startedAt: -1 } },
]);

/** Somebody in a file; a list of segments replaces those the customer is in, null leaves them. */
export interface ImportedCustomer {
  row: number;
  contact: CustomerContact;
  segments: string[] | null;
}

/** A sale in a file, and who bought as the file spells it; null: nobody that could be recognised. */
export interface ImportedSale {
  row: number;
  sale: Omit<PostedSale, 'customerId' | 'silent' | 'earnLate' | 'whyNobody' | 'by'>;
  contact: CustomerContact | null;
}

/** Rows that wait to be worked on, in the order of the file. `_id` is `importId/chunk`. Personal data: gone when they are done. */
export interface ImportRowsDoc {
  _id: string;
  merchantId: string;
  importId: string;
  chunk: number;
  customers: ImportedCustomer[];
  sales: ImportedSale[];
  /** When work on the chunk began first: a repetition of the work counts as the same instant. */
  takenAt: Date | null;
  createdAt: Date;
}

/** Rows that nobody came to work on are personal data without a purpose. */
const KEPT_SECONDS = 30 * 24 * 60 * 60;

const importRowsSchema = new Schema<ImportRowsDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    importId: { type: String, required: true },
    chunk: { type: Number, required: true },
    customers: { type: Schema.Types.Mixed, required: true },
    sales: { type: Schema.Types.Mixed, required: true },
    takenAt: { type: Date, default: null },
    createdAt: { type: Date, required: true, expires: KEPT_SECONDS },
  },
  { collection: 'import_rows', versionKey: false, minimize: false },
);
importRowsSchema.index({ merchantId: 1, importId: 1 });
export const importRowsModel = modelDefinition('ImportRows', importRowsSchema, [{ key: { importId: 1 } }]);
