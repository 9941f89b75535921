import { continueAsNew, setCurrentDetails, workflowInfo } from '@temporalio/workflow';
import type { ImportProgress } from '../activities';
import type { FileImportInput } from './definitions';
import { FILE_IMPORT_INPUT } from './payload-shapes';
import { refuseInputUnlike } from './payloads';
import { importRows } from './steps';

/** What remains of a run when it ends: counts, no row. */
export type FileImportReceipt = Omit<ImportProgress, 'details'>;

/**
 * Works through a file's rows, some at a time. How far it is stands in the store: a run that begins anew, or a step that is
 * repeated, goes on from there.
 */
export async function fileImport(input: FileImportInput): Promise<FileImportReceipt> {
  refuseInputUnlike(input, FILE_IMPORT_INPUT);
  for (;;) {
    const { details, ...receipt } = await importRows(input);
    setCurrentDetails(details);
    if (receipt.finished) return receipt;
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof fileImport>(input);
  }
}
