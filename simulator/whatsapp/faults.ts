import { phoneKey } from './phone-number';

/** What can go wrong with a message. */
export const whatsAppFaultKinds = [
  'error',
  'failed-later',
  'server-error',
  'hang-after-accept',
  'timeout',
] as const;

/**
 * A fault to come.
 * `error`: refused with `code`. `failed-later`: accepted, then a status `failed` with `code`. `server-error`: a 5xx
 * that is no JSON. `hang-after-accept`: accepted and delivered, but the answer never comes. `timeout`: neither
 * accepted nor answered. Held answers end after `ms` with a closed connection.
 */
export interface WhatsAppFault {
  kind: (typeof whatsAppFaultKinds)[number];
  /** Meta's error code; default 131000. */
  code?: number;
  /** Only for messages by this template; absent: any. */
  template?: string;
  /** Only for this number, in any spelling; absent: any. */
  phone?: string;
  /** How many messages; default 1. */
  times?: number;
  /** Default 30 seconds. */
  ms?: number;
}

/** Whether a fault is meant for a message to this number by this template; null: a text of the business's own. */
export function strikes(fault: WhatsAppFault, digits: string, template: string | null): boolean {
  const isFor = fault.phone === undefined || phoneKey(fault.phone) === phoneKey(digits);
  return isFor && (fault.template === undefined || fault.template === template);
}
