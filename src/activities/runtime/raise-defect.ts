import { activityInfo } from '@temporalio/activity';
import { ForgedProgramError } from '../../store';
import type { ActivityDeps } from './deps';
import type { OnFinal } from './failures';
import { merchantIn } from './merchant-in';
import { MissingRecordError } from './missing-record';
import { raiseAboutStep } from './raise-about-step';

/**
 * Says loudly that a step has ended for good in a way that no rule foresees: in the log with the place in the code, and as an alert of
 * the merchant, one for each step. Texts of errors may quote what they were given, so neither carries them.
 */
export function createRaiseDefect(deps: Pick<ActivityDeps, 'store' | 'log'>): OnFinal {
  return async (error, args) => {
    const { activityType: step } = activityInfo();
    const merchantId = merchantIn(args, step);
    const { kind, said, text, facts = {} } = troubleOf(error, step);
    deps.log.error({ merchantId, defect: error.name, ...facts, place: placeOf(error) }, said);
    if (merchantId === null) return;
    await raiseAboutStep(deps, { merchantId, kind, text, facts: { defect: error.name, ...facts } });
  };
}

interface Trouble {
  kind: 'record_missing' | 'step_defect';
  /** In the log. */
  said: string;
  /** In the alert. */
  text: string;
  facts?: Record<string, unknown>;
}

function troubleOf(error: Error, step: string): Trouble {
  if (error instanceof MissingRecordError)
    return {
      kind: 'record_missing',
      said: 'a step did not find what it is about',
      text: missingText(step),
    };
  if (error instanceof ForgedProgramError)
    return {
      kind: 'step_defect',
      said: 'a step met a program that is not as it was published',
      text: forgedText(step, error.version),
      facts: { version: error.version },
    };
  return { kind: 'step_defect', said: 'a step met a defect', text: defectText(step) };
}

/** The lines of the stack without the text of the error. */
function placeOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .join('\n');
}

const CLOSES_BY_ITSELF = 'Este alerta se encerra sozinho depois de um dia sem repetição.';

function defectText(step: string): string {
  return (
    `O passo ${step} encontrou um defeito do programa e parou: nada do que ele faria foi feito. ` +
    `Envie à equipe técnica este alerta e o registro (log) do worker desse momento. ${CLOSES_BY_ITSELF}`
  );
}

function forgedText(step: string, version: number): string {
  return (
    `O passo ${step} encontrou no banco de dados uma versão do programa, a ${version}, que não é como foi publicada, e parou: ` +
    'nada foi calculado por ela. Alguém alterou o banco de dados à mão. Peça à equipe técnica que devolva essa versão a partir da ' +
    'cópia de segurança: o que ficou parado continua depois disso. Se ela é a versão em vigor, publicar outra faz as próximas ' +
    `vendas voltarem a ser calculadas. ${CLOSES_BY_ITSELF}`
  );
}

function missingText(step: string): string {
  return (
    `O passo ${step} não encontrou no banco de dados o registro de que trata e parou: nada foi feito. ` +
    'Isso acontece depois de restaurar uma cópia antiga do banco, ou quando uma execução é iniciada à mão com dados errados. ' +
    'Uma venda do Bling volta a ser lida no próximo aviso do pedido (salve-o de novo no Bling); as de outros canais devem ser enviadas de novo. ' +
    CLOSES_BY_ITSELF
  );
}
