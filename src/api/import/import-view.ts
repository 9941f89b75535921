import type { z } from 'zod';
import type { FileImport, FileImportSummary } from '../../store';
import { iso, isoOrNull } from '../http';
import type { fileImportSchema, fileImportSummarySchema } from './import-schema';

/** An import as the API answers one. */
export function fileImportView(found: FileImport): z.output<typeof fileImportSchema> {
  const errors = found.errors.map(({ row, field, message }) => ({ row, field, message }));
  return { ...fileImportSummaryView(found), columns: found.columns ?? [], errors };
}

/** The same in a list. */
export function fileImportSummaryView(found: FileImportSummary): z.output<typeof fileImportSummarySchema> {
  const { id, kind, dryRun, state, total, done, created, updated, failed, ignoredColumns } = found;
  return {
    ...{ id, kind, dryRun, state, total, done, created, updated, failed, ignoredColumns },
    statusColumns: found.statusColumns ?? [],
    startedAt: iso(found.startedAt),
    finishedAt: isoOrNull(found.finishedAt),
  };
}
