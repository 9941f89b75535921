import { activityInfo } from '@temporalio/activity';
import type { Store } from '../../store';
import type { ActivityDeps } from './deps';

type Raise = Store['alerts']['raise'];

/** What is wrong with a merchant's step. `facts`: beside the step and the run it was met in. */
interface StepTrouble {
  merchantId: string;
  kind: Parameters<Raise>[0]['kind'];
  text: string;
  facts: Record<string, unknown>;
}

/** Raises the alert of the step that is running, one for each step and kind. @returns whether it could be stored */
export async function raiseAboutStep(
  { store, log }: Pick<ActivityDeps, 'store' | 'log'>,
  { merchantId, kind, text, facts }: StepTrouble,
): Promise<boolean> {
  const { activityType: step, workflowExecution } = activityInfo();
  const workflowId = workflowExecution?.workflowId ?? null;
  try {
    await store.alerts.raise(
      { merchantId, kind, subject: step },
      { text, facts: { step, workflowId, ...facts } },
      new Date(),
    );
    return true;
  } catch {
    log.error({ merchantId, step }, 'the alert could not be stored');
    return false;
  }
}
