import { activityInfo, Context } from '@temporalio/activity';
import { ApplicationFailure, ApplicationFailureCategory } from '@temporalio/common';
import type { ActivityExecuteInput, ActivityInboundCallsInterceptor, Next } from '@temporalio/worker';
import type { ActivityDeps } from './deps';
import { merchantIn } from './merchant-in';
import { raiseAboutStep } from './raise-about-step';

/** After so many attempts a person is told: most troubles have passed by then. */
const PATIENCE = 10;
/** Steps that are not tried so often: with the last of their attempts. */
const LESS_PATIENCE: Readonly<Record<string, number>> = { wakeLostRuns: 3 };
/** However many sales a step fails for, its alert is written this often at most by one process. */
const TOLD_EVERY_MS = 60_000;

/** Their former attempts may only have waited for a turn; what they ask ends by a time limit of its own, so that none hangs. */
const TAKE_TURNS: readonly string[] = ['readSale', 'identifyCustomer', 'simulateProgram'];

/** Failures that come of a Bling that does not answer. */
const SILENCE: readonly string[] = ['Bling.unavailable', 'Bling.timeout'];

/** What a process last said of a merchant's step. */
interface Told {
  at: number;
  failure: string;
  /** The merchant has an alert of what is behind it: nothing was said here. */
  elsewhere?: true;
}

/**
 * Tells a merchant's people of a step that has been tried ten times and goes on being tried, one alert for each step, whatever it
 * is about: nobody looks into runs that only wait. Expected failures, such as waiting for one's turn at the source, are none.
 * It stands outside of what makes failures of errors.
 */
export class StuckStepInterceptor implements ActivityInboundCallsInterceptor {
  private readonly told = new Map<string, Told>();

  constructor(private readonly deps: Pick<ActivityDeps, 'store' | 'log'>) {}

  async execute(
    input: ActivityExecuteInput,
    next: Next<ActivityInboundCallsInterceptor, 'execute'>,
  ): Promise<unknown> {
    const { activityType, attempt } = activityInfo();
    // What hung, or died with its worker, has thrown nothing.
    const patience = LESS_PATIENCE[activityType] ?? PATIENCE;
    if (attempt > patience && !TAKE_TURNS.includes(activityType))
      await this.tell(input.args, attempt - 1, NO_ANSWER);
    try {
      return await next(input);
    } catch (error) {
      const waits =
        error instanceof ApplicationFailure && error.category === ApplicationFailureCategory.BENIGN;
      if (attempt >= patience && !waits && !Context.current().cancellationSignal.aborted)
        await this.tell(input.args, attempt, kindOf(error));
      throw error;
    }
  }

  private async tell(args: readonly unknown[], attempts: number, failure: string): Promise<void> {
    const { activityType: step } = activityInfo();
    const merchantId = merchantIn(args, step);
    const key = `${merchantId}/${step}`;
    const before = this.told.get(key);
    const now = Date.now();
    const known = failure === NO_ANSWER ? (before?.failure ?? failure) : failure;
    if (before && !saysMore(before, known) && now - before.at < TOLD_EVERY_MS) return;
    if (merchantId !== null && (await this.isToldElsewhere(merchantId, known))) {
      this.told.set(key, { at: now, failure: known, elsewhere: true });
      return;
    }
    this.told.set(key, { at: now, failure: known });
    this.deps.log.error({ merchantId, step, attempts, failure: known }, 'a step is stuck');
    if (merchantId === null) return;
    const text = alertText(step, attempts, known);
    const facts = { attempts, failure: known };
    if (!(await raiseAboutStep(this.deps, { merchantId, kind: 'step_stuck', text, facts })))
      this.told.delete(key);
  }

  /** Of a Bling that answers nobody an alert of its own tells, also while a few calls try whether it is back. */
  private async isToldElsewhere(merchantId: string, failure: string): Promise<boolean> {
    if (!SILENCE.includes(failure)) return false;
    try {
      return (await this.deps.store.alerts.countOpen(merchantId)).bling_silent !== undefined;
    } catch {
      return false;
    }
  }
}

/** What is not kept back for the minute: of what only hung it is known why; what is told elsewhere is not all that fails. */
function saysMore(before: Told, known: string): boolean {
  return before.elsewhere ? !SILENCE.includes(known) : before.failure === NO_ANSWER && known !== NO_ANSWER;
}

/** An attempt that hung, or whose worker died. */
const NO_ANSWER = 'no_answer';

/** A word for why it failed. Texts of errors may quote what they were given, so they are not told. */
function kindOf(error: unknown): string {
  if (error instanceof ApplicationFailure) return error.type ?? 'ApplicationFailure';
  return error instanceof Error ? error.name : 'unknown';
}

const AT_THE_NEXT_TIME = 'Ele é tentado de novo na próxima vez marcada.';

/** Steps that are not tried for ever. */
const WHAT_NOW: Readonly<Record<string, string>> = {
  sendMessage: 'Depois de um dia de tentativas, o aviso é dado por não enviado.',
  planProof: AT_THE_NEXT_TIME,
  reportProof: AT_THE_NEXT_TIME,
  sealLedger: AT_THE_NEXT_TIME,
  verifyLedger: AT_THE_NEXT_TIME,
  verifyLedgerPart: AT_THE_NEXT_TIME,
  verifyLedgerSeals: AT_THE_NEXT_TIME,
  wakeLostRuns: AT_THE_NEXT_TIME,
};

function alertText(step: string, attempts: number, failure: string): string {
  return (
    `O passo ${step} já foi tentado ${Math.min(attempts, PATIENCE)} vezes ou mais sem sucesso (${failure}). ` +
    `${WHAT_NOW[step] ?? 'Nada se perdeu: ele continua sendo tentado.'} O que fazer: ${whatToDo(failure)} ` +
    'Este alerta se encerra sozinho uma hora depois da última tentativa que falhou.'
  );
}

function whatToDo(failure: string): string {
  if (failure.startsWith('Bling.'))
    return 'confira a conexão com o Bling em `GET /v1/connections` e a página de situação do Bling.';
  if (failure.startsWith('Mongo')) return 'confira o MongoDB.';
  if (failure === 'EngineUnavailableError') return 'confira o servidor do Temporal.';
  if (failure === 'ClockSkew') return 'acerte o relógio do servidor (veja o alerta do relógio).';
  if (failure === 'DecryptionError')
    return 'ponha em `ENCRYPTION_KEY_PREVIOUS` a chave com que os dados foram gravados.';
  return 'envie à equipe técnica este alerta e o registro (log) do worker desse momento.';
}
