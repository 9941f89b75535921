import type { z } from 'zod';
import type { FileImport } from '../../store';
import { iso, isoOrNull } from '../http';
import type { fileImportSchema } from './import-schema';

/** An import as the API answers one. */
export function fileImportView(found: FileImport): z.output<typeof fileImportSchema> {
  const { id, kind, dryRun, state, total, done, created, updated, failed, ignoredColumns } = found;
  return {
    id,
    kind,
    dryRun,
    state,
    total,
    done,
    created,
    updated,
    failed,
    errors: found.errors.map(({ row, field, message }) => ({ row, field, message })),
    ignoredColumns,
    statusColumns: found.statusColumns ?? [],
    startedAt: iso(found.startedAt),
    finishedAt: isoOrNull(found.finishedAt),
  };
}
