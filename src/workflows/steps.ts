import { proxyActivities } from '@temporalio/workflow';
import type { ActivityOptions } from '@temporalio/workflow';
import type { Activities } from '../activities';

/*
 * Every step with its time limits, its retries, and what the Temporal UI calls it: one place. After a worker dies, a step
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

/** The step that writes to the customer; what the outside refuses or delays is in the outbox, not here. */
const OUTBOX: ActivityOptions = {
  startToCloseTimeout: '1m',
  heartbeatTimeout: '6s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
};

/** A hundred rows of a file, at a pace that leaves room for the sales of the day. */
const FILE: ActivityOptions = {
  startToCloseTimeout: '5m',
  heartbeatTimeout: '6s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '30s' },
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
 * A program played over a year of sales takes minutes, and may have to wait until its worker is free; begun again, it
 * begins from nothing. One that is not done by then has failed, and the merchant sees so.
 */
const SIMULATION: ActivityOptions = {
  startToCloseTimeout: '1h',
  scheduleToCloseTimeout: '2h',
  heartbeatTimeout: '30s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
};

/** Two records with tens of thousands of lots become one within a minute or so; what meets another writer is tried again. */
const MERGE: ActivityOptions = {
  startToCloseTimeout: '5m',
  heartbeatTimeout: '10s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
};

function step<Name extends keyof Activities>(
  name: Name,
  profile: ActivityOptions,
  summary: string,
): Activities[Name] {
  return proxyActivities<Activities>({ ...profile, summary })[name];
}

/** The steps that ask the source. */
export type SourceSteps = Pick<Activities, 'readSale' | 'identifyCustomer'>;

/**
 * How long they are tried before their run is told that they fail: briefly at first, so that operators see it soon; then for
 * longer than any pause that Bling's limits ask for.
 */
const PATIENCE = ['2m', '2h', '12h'] as const;

/** The steps that ask the source, by how often they have failed. */
export const sourceSteps: readonly SourceSteps[] = PATIENCE.map((scheduleToCloseTimeout) => {
  const profile = { ...SOURCE, scheduleToCloseTimeout };
  return {
    readSale: step('readSale', profile, 'Ler a venda na origem'),
    identifyCustomer: step('identifyCustomer', profile, 'Identificar o cliente'),
  };
});

export const settleBenefit = step('settleBenefit', LEDGER, 'Calcular e lançar o benefício');
export const activateBenefit = step('activateBenefit', LEDGER, 'Liberar o benefício');
export const expireBenefit = step('expireBenefit', LEDGER, 'Vencer o que não foi usado');
export const sendMessage = step('sendMessage', OUTBOX, 'Avisar o cliente');
export const wakeSales = step('wakeSales', WAKE, 'Avisar as vendas cujo benefício se moveu');
export const reserveVoucher = step('reserveVoucher', LEDGER, 'Reservar o vale');
export const redeemVoucher = step('redeemVoucher', LEDGER, 'Usar o vale');
export const releaseVoucher = step('releaseVoucher', LEDGER, 'Devolver o vale reservado');
export const rollbackVoucher = step('rollbackVoucher', LEDGER, 'Desfazer o uso do vale');
export const letGoVouchers = step('letGoVouchers', LEDGER, 'Devolver o vale reservado e não usado');
export const returnGoods = step('returnGoods', LEDGER, 'Registrar a devolução e acertar o benefício');
export const claimSale = step('claimSale', LEDGER, 'Entregar a venda ao cliente');
export const reserveBalance = step('reserveBalance', LEDGER, 'Reservar o saldo');
export const confirmRedemption = step('confirmRedemption', LEDGER, 'Confirmar o uso');
export const releaseRedemption = step('releaseRedemption', LEDGER, 'Devolver o saldo');
export const rollbackRedemption = step('rollbackRedemption', LEDGER, 'Desfazer o uso');
export const timeOutRedemption = step('timeOutRedemption', LEDGER, 'Devolver o saldo não confirmado');
export const importRows = step('importRows', FILE, 'Gravar as próximas linhas do arquivo');
export const endImport = step('endImport', LEDGER, 'Registrar que a importação não terminou');
export const listMerchants = step('listMerchants', LEDGER, 'Listar as lojas');
export const sealLedger = step('sealLedger', LONG_PROOF, 'Selar o livro da loja');
export const planProof = step('planProof', PROOF, 'Dividir o livro da loja em partes');
export const verifyLedgerSeals = step('verifyLedgerSeals', LONG_PROOF, 'Conferir os selos da loja');
export const verifyLedgerPart = step('verifyLedgerPart', LONG_PROOF, 'Conferir uma parte do livro da loja');
export const verifyLedger = step('verifyLedger', LONG_PROOF, 'Conferir o livro da loja');
export const reportProof = step('reportProof', PROOF, 'Registrar o resultado da conferência');
export const wakeLostRuns = step('wakeLostRuns', SWEEP, 'Retomar as execuções perdidas da loja');
export const simulateProgram = step(
  'simulateProgram',
  SIMULATION,
  'Simular o programa sobre as vendas passadas',
);
export const mergeCustomers = step('mergeCustomers', MERGE, 'Unir os cadastros');
export const wakeMovedSales = step('wakeMovedSales', MERGE, 'Avisar as vendas que mudaram de cadastro');
export const failSimulation = step('failSimulation', LEDGER, 'Registrar que a simulação não terminou');
