import { queryOptions } from '@tanstack/react-query';
import type { UnusedSkipTokenOptions } from '@tanstack/react-query';
import { api, bodyOf, Refused } from '../api';
import type { Schema } from '../api';

export type FileImport = Schema<'FileImport'>;
export type ContactImport = Schema<'ContactImport'>;
export type AnyImport = FileImport | ContactImport;
/** An import as lists have it: of a file without what is wrong with single rows. */
export type ImportSummary = Schema<'FileImportSummary'> | ContactImport;

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
export function importQuery(id: string): Query<AnyImport> {
  return queryOptions({
    queryKey: ['import', id] as readonly unknown[],
    queryFn: () => bodyOf(api.GET('/v1/imports/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state: { data } }) => data !== undefined && goesOn(data) && FOLLOW_MS,
  });
}

function goesOn({ state }: Pick<ImportSummary, 'state'>): boolean {
  return state === 'running';
}

/** What somebody may have done with an import of contacts. */
export type ImportMove = 'pause' | 'resume' | 'cancel';

/** Pauses an import of contacts, has it go on, or ends it. */
export function moveImport(id: string, move: ImportMove): Promise<ContactImport> {
  const params = { path: { id } };
  if (move === 'pause') return bodyOf(api.POST('/v1/imports/{id}/pause', { params }));
  if (move === 'resume') return bodyOf(api.POST('/v1/imports/{id}/resume', { params }));
  return bodyOf(api.POST('/v1/imports/{id}/cancel', { params }));
}

/** How far back orders may be read, as the API says it. */
export const HISTORIES = ['P3M', 'P6M', 'P12M'] as const;

/** What is read besides the contacts: orders of how long back (null: none), and whether they earn. */
export interface ContactOrder {
  history: (typeof HISTORIES)[number] | null;
  earn: boolean;
}

/** Has the people in a company of Bling imported. */
export function startContactImport(
  connectionId: string,
  { history, earn }: ContactOrder,
  key: string,
): Promise<ContactImport> {
  const query = history === null ? {} : { history, earn: said(earn) };
  const params = { path: { id: connectionId }, query, header: { 'Idempotency-Key': key } };
  return bodyOf(api.POST('/v1/connections/{id}/imports', { params }));
}

/** The import of the company that is open, for which another was refused; null: it was not. */
export function openImportIn(failure: unknown): string | null {
  if (!(failure instanceof Refused) || failure.code !== 'import_open') return null;
  const { importId } = failure.facts;
  return typeof importId === 'string' && importId !== '' ? importId : null;
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
