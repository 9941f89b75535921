import {
  CancellationScope,
  condition,
  continueAsNew,
  ContinueAsNew,
  isCancellation,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { ContactImportProgress } from '../activities';
import { contactImportChanged, sourceAnswers } from './definitions';
import type { ContactImportInput } from './definitions';
import { CONTACT_IMPORT_INPUT } from './payload-shapes';
import { refuseInputUnlike } from './payloads';
import { endContactImport, readContacts } from './steps';

/** What the Temporal UI shows beside the timer; the details say why. */
const RESTING = 'Esperar para continuar a leitura do Bling';

/** What remains of a run when it ends: counts, nobody's data. */
export type ContactImportReceipt = Omit<ContactImportProgress, 'details' | 'restMs'>;

/**
 * Reads the people in a company of Bling, and its past orders where that was asked for, some pages at a time. How far it is, and
 * whether somebody has paused or ended it, stands in the store: a run that begins anew, or a step that is repeated, goes on from there.
 */
export async function contactImport(input: ContactImportInput): Promise<ContactImportReceipt> {
  refuseInputUnlike(input, CONTACT_IMPORT_INPUT);
  let told = 0;
  for (const signal of [contactImportChanged, sourceAnswers]) setHandler(signal, () => void (told += 1));
  try {
    return await readAll(input, () => told);
  } catch (error) {
    if (error instanceof ContinueAsNew) throw error;
    const how = isCancellation(error) ? 'cancelled' : 'failed';
    const { details } = await CancellationScope.nonCancellable(() => endContactImport(input, how));
    setCurrentDetails(details);
    throw error;
  }
}

async function readAll(input: ContactImportInput, told: () => number): Promise<ContactImportReceipt> {
  for (;;) {
    const heard = told();
    const { details, restMs, ...receipt } = await readContacts(input);
    setCurrentDetails(details);
    const news = (): boolean => told() > heard;
    if (receipt.state === 'paused') await condition(news);
    else if (receipt.state !== 'running') return receipt;
    else if (restMs > 0) await condition(news, restMs, { summary: RESTING });
    // A signal that the next run does not know of says no more than what it reads first.
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof contactImport>(input);
  }
}
