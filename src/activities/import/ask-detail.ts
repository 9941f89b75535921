import { activityInfo } from '@temporalio/activity';
import { BlingApiError, isRefusedByItself } from '../../bling';

/** An answer that makes no sense is asked for so often again, with the step: a release of Bling's may be behind it. */
const UNREADABLE_TRIES = 10;

/**
 * Asks for one thing of a list that has been answered. What Bling does not tell of it alone holds up nothing else, so that whoever asks goes
 * on without it.
 * @param list asks for something of the list: where the permission was taken back since, that is refused as well
 */
export async function askDetail<Answer>(
  ask: () => Promise<Answer>,
  list: () => Promise<unknown>,
): Promise<Answer | 'untold'> {
  try {
    return await ask();
  } catch (error) {
    if (!isRefusedByItself(error) && !isUnreadable(error)) throw error;
    await list();
    return 'untold';
  }
}

function isUnreadable(error: unknown): boolean {
  if (!(error instanceof BlingApiError) || error.kind !== 'invalid_answer') return false;
  return activityInfo().attempt > UNREADABLE_TRIES;
}
