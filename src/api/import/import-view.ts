import type { z } from 'zod';
import type { DoneBy } from '../../loyalty';
import type { FileImport, FileImportSummary } from '../../store';
import { iso, isoOrNull } from '../http';
import type { KeyNamed } from '../http';
import type { fileImportSchema, fileImportSummarySchema } from './import-schema';

/** An import as the API answers one. */
export function fileImportView(found: FileImport, keyNamed: KeyNamed): z.output<typeof fileImportSchema> {
  const errors = found.errors.map(({ row, field, message }) => ({ row, field, message }));
  return { ...fileImportSummaryView(found, keyNamed), columns: found.columns ?? [], errors };
}

/** The same in a list. */
export function fileImportSummaryView(
  found: FileImportSummary,
  keyNamed: KeyNamed,
): z.output<typeof fileImportSummarySchema> {
  const { id, kind, dryRun, state, total, done, created, updated, failed, ignoredColumns } = found;
  return {
    ...{ id, kind, dryRun, state, total, done, created, updated, failed, ignoredColumns },
    statusColumns: found.statusColumns ?? [],
    ...byView(found.by, keyNamed),
    startedAt: iso(found.startedAt),
    finishedAt: isoOrNull(found.finishedAt),
  };
}

/** Who asked for an import; of one that nobody did, or that is older than the field: nobody. */
export function byView(
  by: DoneBy | undefined,
  keyNamed: KeyNamed,
): Pick<z.output<typeof fileImportSummarySchema>, 'operator' | 'key'> {
  return { operator: by?.operator ?? null, key: keyNamed(by?.keyId) };
}
