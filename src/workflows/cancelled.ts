import { getCurrentDetails, isCancellation, setCurrentDetails } from '@temporalio/workflow';
import { brasiliaTime, inParagraphs } from './markdown';

/**
 * What a run says of itself that somebody has cancelled, in pt-BR.
 * @param after what becomes of what it was doing
 * @param before what it had said of itself by then
 */
export function cancelledText(after: string, before: string, now: number): string {
  return inParagraphs([`**Execução cancelada por uma pessoa** em ${brasiliaTime(now)}`, after, before]);
}

/** Does the work of a run that, when it is cancelled, has nothing to put in order: it says so, and what comes after. */
export async function sayingIfCancelled<Receipt>(
  after: string,
  work: () => Promise<Receipt>,
): Promise<Receipt> {
  try {
    return await work();
  } catch (error) {
    if (isCancellation(error)) setCurrentDetails(cancelledText(after, getCurrentDetails(), Date.now()));
    throw error;
  }
}
