import { proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { ActivityOptions } from '@temporalio/workflow';
import type { Activities } from '../activities';
import { queueName, taskQueueOf } from '../queues';
import type { Queue } from '../queues';
import type { SaleInput } from './definitions';

/*
 * Every step with its queue, its time limits, its retries, and what the Temporal UI calls it: one place. After a worker dies, a step
 * is begun again when its start-to-close or heartbeat limit has passed: that is how long recovery takes.
 */

/** Steps that only touch MongoDB and Temporal: short, and tried for as long as MongoDB is away. */
const LEDGER: ActivityOptions = {
  startToCloseTimeout: '10s',
  retry: { initialInterval: '200ms', backoffCoefficient: 2, maximumInterval: '30s' },
};

/** One use of balance may concern the sales of thousands of lots: an attempt goes on where the last one was. */
const WAKE: ActivityOptions = { ...LEDGER, startToCloseTimeout: '1m', heartbeatTimeout: '6s' };

/** Steps that ask Bling: an outage of days loses nothing, and its limits are waited out. */
const SOURCE: ActivityOptions = {
  startToCloseTimeout: '90s',
  heartbeatTimeout: '6s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '10m' },
};

/**
 * The step that writes to the customer; what the outside refuses or delays is in the outbox, not here. A message a day old is stale:
 * what cannot be done by then is given up.
 */
const OUTBOX: ActivityOptions = {
  startToCloseTimeout: '1m',
  scheduleToCloseTimeout: '1d',
  heartbeatTimeout: '6s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '15m' },
};

/** A hundred rows of a file, at a pace that leaves room for the sales of the day. */
const FILE: ActivityOptions = {
  startToCloseTimeout: '5m',
  heartbeatTimeout: '6s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '30s' },
};

/** Some pages of contacts, or one contact after the other, as far as the company's calls go: what has to wait longer is its run's. */
const CONTACTS: ActivityOptions = {
  startToCloseTimeout: '5m',
  heartbeatTimeout: '6s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '10m' },
};

/** Steps of the ledger's proof: given up after some minutes, so that one merchant's trouble does not hold up the others. */
const PROOF: ActivityOptions = {
  startToCloseTimeout: '10m',
  heartbeatTimeout: '10s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m', maximumAttempts: 10 },
};

/** A ledger of millions of entries takes hours; another attempt goes on where the one before was. */
const LONG_PROOF: ActivityOptions = { ...PROOF, startToCloseTimeout: '12h' };

/** A sweep for lost runs: as many as there are after a loss of Temporal's data, at a pace that leaves room for the day's sales. */
const SWEEP: ActivityOptions = {
  ...PROOF,
  startToCloseTimeout: '1h',
  heartbeatTimeout: '30s',
  retry: { ...PROOF.retry, maximumAttempts: 3 },
};

/**
 * A program played over a year of sales takes minutes, and may have to wait for hours until its worker is free of others; begun again, it
 * begins from nothing. One that is not done by then has failed, and the merchant sees so.
 */
const SIMULATION: ActivityOptions = {
  startToCloseTimeout: '1h',
  scheduleToCloseTimeout: '12h',
  heartbeatTimeout: '30s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
};

/** Two records with tens of thousands of lots become one within a minute or so; what meets another writer is tried again. */
const MERGE: ActivityOptions = {
  startToCloseTimeout: '5m',
  heartbeatTimeout: '10s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
};

/** On which queue a step is done, perhaps by what it is asked with. */
type OnQueue<Name extends keyof Activities> = Queue | ((...asked: Parameters<Activities[Name]>) => Queue);

/** A step as workflows call it. Its queue is one of the installation to whose queues the run's own belongs. */
function step<Name extends keyof Activities>(
  name: Name,
  on: OnQueue<Name>,
  profile: ActivityOptions,
  summary: string,
): Activities[Name] {
  const begin = (...asked: Parameters<Activities[Name]>): Promise<unknown> => {
    const queue = typeof on === 'function' ? on(...asked) : on;
    const taskQueue = queueName(taskQueueOf(workflowInfo().taskQueue), queue);
    const steps = proxyActivities<Record<string, (...asked: unknown[]) => Promise<unknown>>>({
      ...profile,
      taskQueue,
      summary,
    });
    return steps[name]!(...asked);
  };
  return begin as Activities[Name];
}

/** The steps that ask the source. */
export type SourceSteps = Pick<Activities, 'readSale' | 'identifyCustomer'>;

/**
 * How long they are tried before their run is told that they fail: briefly at first, so that operators see it soon; then for
 * longer than any pause that Bling's limits ask for.
 */
const PATIENCE = ['2m', '2h', '12h'] as const;

/** A sale that somebody posted is read from our own store: it does not wait for Bling. */
const ofSource = ({ connectionId }: SaleInput): Queue => (connectionId === null ? 'sale' : 'bling');

function stepsOfSource(scheduleToCloseTimeout: (typeof PATIENCE)[number] | '20s'): SourceSteps {
  const profile = { ...SOURCE, scheduleToCloseTimeout };
  return {
    readSale: step('readSale', ofSource, profile, 'Ler a venda na origem'),
    identifyCustomer: step('identifyCustomer', ofSource, profile, 'Identificar o cliente'),
  };
}

/** The steps that ask the source, by how often they have failed. */
export const sourceSteps: readonly SourceSteps[] = PATIENCE.map(stepsOfSource);

/** The first of them for a sale that goes on beside: one answer is waited for, not an outage. */
export const firstSourceSteps = stepsOfSource('20s');

export const settleBenefit = step('settleBenefit', 'sale', LEDGER, 'Calcular e lançar o benefício');
export const activateBenefit = step('activateBenefit', 'sale', LEDGER, 'Liberar o benefício');
export const expireBenefit = step('expireBenefit', 'sale', LEDGER, 'Vencer o que não foi usado');
export const sendMessage = step('sendMessage', 'messages', OUTBOX, 'Avisar o cliente');
/** The same, tried for so many milliseconds at most. */
export const sendMessageWithin = (ms: number): Activities['sendMessage'] =>
  step('sendMessage', 'messages', { ...OUTBOX, scheduleToCloseTimeout: ms }, 'Avisar o cliente');
export const giveUpMessage = step(
  'giveUpMessage',
  'sale',
  LEDGER,
  'Registrar que o aviso não pôde ser enviado',
);
export const lookAtCustomer = step('lookAtCustomer', 'sale', LEDGER, 'Ver o que dizer ao cliente, e quando');
export const writeToCustomer = step('writeToCustomer', 'messages', OUTBOX, 'Escrever ao cliente');
export const giveUpOnCustomer = step(
  'giveUpOnCustomer',
  'sale',
  LEDGER,
  'Registrar que a mensagem não pôde ser enviada',
);
export const wakeCustomers = step(
  'wakeCustomers',
  'batch',
  SWEEP,
  'Acordar os clientes com mensagem prevista',
);
export const wakeSales = step('wakeSales', 'sale', WAKE, 'Avisar as vendas cujo benefício se moveu');
export const reserveVoucher = step('reserveVoucher', 'counter', LEDGER, 'Reservar o vale');
export const redeemVoucher = step('redeemVoucher', 'counter', LEDGER, 'Usar o vale');
export const releaseVoucher = step('releaseVoucher', 'counter', LEDGER, 'Devolver o vale reservado');
export const rollbackVoucher = step('rollbackVoucher', 'counter', LEDGER, 'Desfazer o uso do vale');
export const letGoVouchers = step('letGoVouchers', 'sale', LEDGER, 'Devolver o vale reservado e não usado');
export const returnGoods = step(
  'returnGoods',
  'counter',
  LEDGER,
  'Registrar a devolução e acertar o benefício',
);
export const claimSale = step('claimSale', 'counter', LEDGER, 'Entregar a venda ao cliente');
export const reserveBalance = step('reserveBalance', 'counter', LEDGER, 'Reservar o saldo');
export const confirmRedemption = step('confirmRedemption', 'counter', LEDGER, 'Confirmar o uso');
export const releaseRedemption = step('releaseRedemption', 'counter', LEDGER, 'Devolver o saldo');
export const rollbackRedemption = step('rollbackRedemption', 'counter', LEDGER, 'Desfazer o uso');
export const timeOutRedemption = step(
  'timeOutRedemption',
  'counter',
  LEDGER,
  'Devolver o saldo não confirmado',
);
export const importRows = step('importRows', 'batch', FILE, 'Gravar as próximas linhas do arquivo');
export const endImport = step('endImport', 'batch', LEDGER, 'Registrar que a importação não terminou');
export const readContacts = step('readContacts', 'batch', CONTACTS, 'Ler as próximas páginas do Bling');
export const endContactImport = step(
  'endContactImport',
  'batch',
  LEDGER,
  'Registrar que a importação não terminou',
);
export const listMerchants = step('listMerchants', 'batch', LEDGER, 'Listar as lojas');
export const sealLedger = step('sealLedger', 'batch', LONG_PROOF, 'Selar o livro da loja');
export const planProof = step('planProof', 'batch', PROOF, 'Dividir o livro da loja em partes');
export const verifyLedgerSeals = step('verifyLedgerSeals', 'batch', LONG_PROOF, 'Conferir os selos da loja');
export const verifyLedgerPart = step(
  'verifyLedgerPart',
  'batch',
  LONG_PROOF,
  'Conferir uma parte do livro da loja',
);
export const verifyLedger = step('verifyLedger', 'batch', LONG_PROOF, 'Conferir o livro da loja');
export const reportProof = step('reportProof', 'batch', PROOF, 'Registrar o resultado da conferência');
export const wakeLostRuns = step('wakeLostRuns', 'batch', SWEEP, 'Retomar as execuções perdidas da loja');
export const simulateProgram = step(
  'simulateProgram',
  'batch',
  SIMULATION,
  'Simular o programa sobre as vendas passadas',
);
export const mergeCustomers = step('mergeCustomers', 'batch', MERGE, 'Unir os cadastros');
export const wakeMovedSales = step(
  'wakeMovedSales',
  'batch',
  MERGE,
  'Avisar as vendas que mudaram de cadastro',
);
export const wakeParkedSales = step('wakeParkedSales', 'batch', MERGE, 'Ler de novo as vendas paradas');
export const lookAtConnection = step(
  'lookAtConnection',
  'batch',
  LEDGER,
  'Ver o que a conexão com o Bling precisa',
);
export const keepTokens = step(
  'keepTokens',
  'bling',
  { ...SOURCE, scheduleToCloseTimeout: '10m' },
  'Renovar o acesso ao Bling antes que vença',
);
export const noteConnectionState = step(
  'noteConnectionState',
  'batch',
  LEDGER,
  'Registrar que a conexão mudou de situação',
);
export const mailConnectionState = step(
  'mailConnectionState',
  'messages',
  // What cannot be sent stays due, and is tried again when the run looks again.
  { ...OUTBOX, scheduleToCloseTimeout: '10m', retry: { ...OUTBOX.retry, maximumAttempts: 3 } },
  'Avisar os donos por e-mail',
);
export const revokeAccess = step(
  'revokeAccess',
  'bling',
  { ...SOURCE, scheduleToCloseTimeout: '3d' },
  'Devolver o acesso ao Bling',
);
export const reconcilePage = step(
  'reconcilePage',
  'bling',
  { ...SOURCE, scheduleToCloseTimeout: '10m' },
  'Comparar uma página de pedidos do Bling com as vendas',
);
export const confirmRepairs = step(
  'confirmRepairs',
  'batch',
  MERGE,
  'Conferir se as vendas encontradas já estão certas',
);
export const endReconciliation = step(
  'endReconciliation',
  'batch',
  LEDGER,
  'Registrar o resultado da conferência com o Bling',
);
export const failSimulation = step(
  'failSimulation',
  'batch',
  LEDGER,
  'Registrar que a simulação não terminou',
);
