import { pino } from 'pino';
import type { DestinationStream, Level, Logger } from 'pino';

export type { Logger } from 'pino';

/** Fields that could carry a person or a secret, whatever object they come in: their values never reach a log. */
const NEVER_LOGGED = [
  'name',
  'document',
  'phone',
  'phones',
  'email',
  'emails',
  'contact',
  'customer',
  'token',
  'accessToken',
  'refreshToken',
  'authorization',
  'to',
];

/**
 * Structured logs: one JSON object a line, UTC times, ids of merchant, sale and workflow as fields.
 * @param destination where lines go; standard output unless given
 * @param context ids to add to each line, from whatever is being done at that moment
 */
export function createLogger(
  level: Level | 'silent',
  destination?: DestinationStream,
  context: () => Record<string, string> = () => ({}),
): Logger {
  const options = {
    level,
    base: undefined,
    mixin: context,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: NEVER_LOGGED.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
      censor: '[redacted]',
    },
  };
  return destination ? pino(options, destination) : pino(options);
}
