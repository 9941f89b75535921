import { setTimeout as delay } from 'node:timers/promises';
import { allMerchants } from './all-merchants';
import type { Logger } from './log';
import { QUEUES } from './queues';
import type { Queue } from './queues';
import type { Store } from './store';

/** Where merchants are told, and who knows which queues nobody serves. */
export interface QueueAlertDeps {
  store: Pick<Store, 'alerts' | 'merchants' | 'clock'>;
  unattended(): Promise<readonly Queue[]>;
  log: Logger;
}

/** Whoever is started together with the workers does not complain that they are not there yet. */
const PATIENCE_MS = 120_000;
const EVERY_MS = 30_000;

/** Looks again and again until `signal`, from two minutes after the start on. Never fails: what could not be told is told later. */
export async function keepTellingOfQueues(deps: QueueAlertDeps, signal: AbortSignal): Promise<void> {
  const tell = createQueueAlerts(deps);
  const pause = (ms: number): Promise<boolean> => delay(ms, true, { signal }).catch(() => false);
  for (let goesOn = await pause(PATIENCE_MS); goesOn; goesOn = await pause(EVERY_MS))
    await tell().catch((error: unknown) => {
      const said = error instanceof Error ? error.message : String(error);
      deps.log.warn({ error: said }, 'queues without a worker could not be told of yet');
    });
}

/**
 * Raises an alert of every merchant for each queue that nobody serves, and ends it when somebody does again. The first look also
 * ends what a process before this one has raised. Several processes may look at once: each tells all when its own view has changed.
 */
export function createQueueAlerts({ store, unattended, log }: QueueAlertDeps): () => Promise<void> {
  let told: string | null = null;
  return async () => {
    const without = await unattended();
    const view = without.join();
    if (view === told) return;
    if (without.length > 0) log.error({ queues: without }, 'queues that no worker serves');
    const now = new Date(store.clock.estimate());
    for await (const merchantId of allMerchants(store)) await tellOne(store, merchantId, without, now);
    told = view;
  };
}

async function tellOne(
  { alerts }: Pick<Store, 'alerts'>,
  merchantId: string,
  without: readonly Queue[],
  now: Date,
): Promise<void> {
  const of = { merchantId, kind: 'queue_unattended' } as const;
  if (without.length === 0) {
    await alerts.resolve(of, now);
    return;
  }
  for (const queue of QUEUES) {
    const about = { ...of, subject: queue };
    if (without.includes(queue)) await alerts.raise(about, { text: textOf(queue), facts: { queue } }, now);
    else await alerts.resolve(about, now);
  }
}

const LATER = 'Nada se perde: o que espera é feito quando ela voltar a ser atendida.';

/** What stands still, and what becomes of it. */
const MEANING: Record<Queue, string> = {
  counter:
    'os usos de saldo e de vales, as devoluções e as vendas entregues a clientes são recusados, sem que nada seja movimentado.',
  sale: `as vendas não geram nem liberam benefícios, e os vales que elas deram não podem ser usados. ${LATER}`,
  bling: `os pedidos do Bling não são lidos. ${LATER}`,
  messages:
    'os clientes não recebem avisos. O que espera é enviado quando ela voltar a ser atendida, menos os avisos com mais de um dia.',
  batch: `importações, simulações, uniões de cadastros e conferências do livro esperam. ${LATER}`,
};

function textOf(queue: Queue): string {
  return (
    `Nenhum worker atende a fila \`${queue}\` há mais de dois minutos: ${MEANING[queue]} ` +
    `Peça à equipe técnica que ponha no ar um worker com \`${queue}\` em \`WORKER_QUEUES\`. ` +
    'Este alerta se encerra sozinho quando a fila voltar a ser atendida.'
  );
}
