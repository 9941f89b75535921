import {
  CancellationScope,
  continueAsNew,
  ContinueAsNew,
  isCancellation,
  patched,
  setCurrentDetails,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import type { ImportProgress } from '../activities';
import type { FileImportInput } from './definitions';
import { FILE_IMPORT_INPUT } from './payload-shapes';
import { refuseInputUnlike } from './payloads';
import { endImport, importRows } from './steps';

/** What remains of a run when it ends: counts, no row. */
export type FileImportReceipt = Omit<ImportProgress, 'details' | 'restMs'>;

/**
 * Works through a file's rows, some at a time. How far it is stands in the store: a run that begins anew, or a step that is
 * repeated, goes on from there. One that is cancelled or fails says so there too: nobody is left to wait for it.
 */
export async function fileImport(input: FileImportInput): Promise<FileImportReceipt> {
  refuseInputUnlike(input, FILE_IMPORT_INPUT);
  try {
    return await workThrough(input);
  } catch (error) {
    if (error instanceof ContinueAsNew || !patched('import-ends')) throw error;
    const how = isCancellation(error) ? 'cancelled' : 'failed';
    const { details } = await CancellationScope.nonCancellable(() => endImport(input, how));
    setCurrentDetails(details);
    throw error;
  }
}

async function workThrough(input: FileImportInput): Promise<FileImportReceipt> {
  for (;;) {
    const { details, restMs, ...receipt } = await importRows(input);
    setCurrentDetails(details);
    if (receipt.finished) return receipt;
    // Steps of an earlier version rested themselves, and say nothing of it; runs of one did not rest between them.
    if (restMs > 0 && patched('import-rests')) await sleep(restMs, { summary: 'Dar a vez às vendas do dia' });
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof fileImport>(input);
  }
}
