import { Counter } from 'prom-client';
import { registry } from './registry';

const registers = [registry];

/** Sales that were not known before, by the channel that brought them. */
export const salesReceived = new Counter({
  name: 'retorno_sales_received_total',
  help: 'Sales stored for the first time',
  labelNames: ['channel'] as const,
  registers,
});

/** Each time a sale was calculated, also again, by the status it has since. */
export const salesSettled = new Counter({
  name: 'retorno_sales_settled_total',
  help: 'Calculations of sales, by the status after them',
  labelNames: ['status'] as const,
  registers,
});

/** Runs that were gone although something was due, and were woken. */
export const lostRunsWoken = new Counter({
  name: 'retorno_lost_runs_woken_total',
  help: 'Runs that had gone although something was due',
  labelNames: ['kind'] as const,
  registers,
});

/** Uses of balance by what became of them. */
export const redemptionsMoved = new Counter({
  name: 'retorno_redemptions_total',
  help: 'Moves of redemptions, by the state after them',
  labelNames: ['state'] as const,
  registers,
});

/** Ends of attempts to send a message; `queued`: it is tried again. */
export const messagesEnded = new Counter({
  name: 'retorno_messages_total',
  help: 'Attempts to send a message, by what became of it',
  labelNames: ['channel', 'state'] as const,
  registers,
});

/** What the provider reported afterwards. */
export const messagesReported = new Counter({
  name: 'retorno_message_reports_total',
  help: 'Delivery reports received',
  labelNames: ['state'] as const,
  registers,
});

/** Calls to Bling; `outcome` is `ok` or the kind of its failure. */
export const blingCalls = new Counter({
  name: 'retorno_bling_calls_total',
  help: 'Calls to Bling',
  labelNames: ['operation', 'outcome'] as const,
  registers,
});
