import { Counter } from 'prom-client';
import { registry } from './registry';

const counter = <Label extends string>(name: string, help: string, ...labelNames: Label[]): Counter<Label> =>
  new Counter({ name, help, labelNames, registers: [registry] });

/** Sales that were not known before, by the channel that brought them. */
export const salesReceived = counter(
  'retorno_sales_received_total',
  'Sales stored for the first time',
  'channel',
);

/** Each time a sale was calculated, also again, by the status it has since. */
export const salesSettled = counter(
  'retorno_sales_settled_total',
  'Calculations of sales, by the status after them',
  'status',
);

/** Runs that were gone although something was due, and were woken. */
export const lostRunsWoken = counter(
  'retorno_lost_runs_woken_total',
  'Runs that had gone although something was due',
  'kind',
);

/** Uses of balance by what became of them. */
export const redemptionsMoved = counter(
  'retorno_redemptions_total',
  'Moves of redemptions, by the state after them',
  'state',
);

/** Ends of attempts to send a message; `queued`: it is tried again. */
export const messagesEnded = counter(
  'retorno_messages_total',
  'Attempts to send a message, by what became of it',
  'channel',
  'state',
);

/** What the provider reported afterwards. */
export const messagesReported = counter(
  'retorno_message_reports_total',
  'Delivery reports received',
  'state',
);

/** Each time calls to a company, or to all of Bling, were stopped for want of answers, or went on. */
export const blingCircuitMoves = counter(
  'retorno_bling_circuit_moves_total',
  'Times that calls to Bling were stopped for want of answers, or went on',
  'of',
  'to',
);

/** Calls to Bling; `outcome` is `ok` or the kind of its failure. */
export const blingCalls = counter('retorno_bling_calls_total', 'Calls to Bling', 'operation', 'outcome');
