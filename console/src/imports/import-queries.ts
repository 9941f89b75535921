import { queryOptions } from '@tanstack/react-query';
import type { UnusedSkipTokenOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../api';
import type { Schema } from '../api';

export type FileImport = Schema<'FileImport'>;
export type ImportSummary = Schema<'FileImportSummary'>;

/** A page of imports. */
export interface ImportList {
  data: ImportSummary[];
  next: string | null;
}

const PAGE = 20;
/** What goes on is read again so often, while it is looked at. */
const FOLLOW_MS = 2_000;

type Query<T> = UnusedSkipTokenOptions<T, Error, T, readonly unknown[]>;

/** A page of imports, newest first; it follows those that go on. */
export function importsQuery(before: string | undefined): Query<ImportList> {
  const query = { before, limit: PAGE };
  return queryOptions({
    queryKey: ['imports', query] as readonly unknown[],
    queryFn: () => bodyOf(api.GET('/v1/imports', { params: { query } })),
    refetchInterval: ({ state: { data } }) => data?.data.some(goesOn) && FOLLOW_MS,
  });
}

/** One import; it is followed until it is over. */
export function importQuery(id: string): Query<FileImport> {
  return queryOptions({
    queryKey: ['import', id] as readonly unknown[],
    queryFn: () => bodyOf(api.GET('/v1/imports/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state: { data } }) => data !== undefined && goesOn(data) && FOLLOW_MS,
  });
}

function goesOn({ state }: Pick<ImportSummary, 'state'>): boolean {
  return state === 'running';
}

/** A file, and how it is to be taken. */
export interface FileOrder {
  kind: FileImport['kind'];
  dryRun: boolean;
  notify: boolean;
  /** What its columns hold, as the API reads it. */
  column: string[];
  /** What values of its columns mean, as the API reads it. */
  status: string[];
}

/** Sends a file as it is: the API finds out how it is encoded. */
export function sendFile(file: File, order: FileOrder, key: string): Promise<FileImport> {
  const { kind, dryRun, notify, column, status } = order;
  const query = { kind, dryRun: said(dryRun), notify: said(notify), column, status };
  return bodyOf(
    api.POST('/v1/imports', {
      params: { query, header: { 'Idempotency-Key': key } },
      headers: { 'Content-Type': 'text/csv' },
      body: '',
      bodySerializer: () => file,
    }),
  );
}

function said(yes: boolean): 'true' | 'false' {
  return yes ? 'true' : 'false';
}
