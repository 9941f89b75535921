import { activityInfo } from '@temporalio/activity';
import type { ActivityDeps } from './deps';
import type { OnDefect } from './failures';
import { merchantIn } from './merchant-in';

/**
 * Says loudly that a step has met a defect: in the log with the place in the code, and as an alert of the merchant, one for each
 * step. Texts of errors may quote what they were given, so neither carries them.
 */
export function createRaiseDefect({ store, log }: Pick<ActivityDeps, 'store' | 'log'>): OnDefect {
  return async (error, args) => {
    const { activityType: step, workflowExecution } = activityInfo();
    const merchantId = merchantIn(args);
    log.error({ merchantId, defect: error.name, place: placeOf(error) }, 'a step met a defect');
    if (merchantId === null) return;
    const about = { merchantId, kind: 'step_defect' as const, subject: step };
    const facts = { step, workflowId: workflowExecution?.workflowId ?? null, defect: error.name };
    await store.alerts
      .raise(about, { text: alertText(step), facts }, new Date())
      .catch(() => log.error({ merchantId, step }, 'the alert could not be stored'));
  };
}

/** The lines of the stack without the text of the error. */
function placeOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .join('\n');
}

function alertText(step: string): string {
  return (
    `O passo ${step} encontrou um defeito do programa e parou: nada do que ele faria foi feito. ` +
    'Envie à equipe técnica este alerta e o registro (log) do worker desse momento. ' +
    'Este alerta se encerra sozinho depois de um dia sem repetição.'
  );
}
