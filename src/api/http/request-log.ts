import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler, Response } from 'express';
import { pinoHttp } from 'pino-http';
import type { Logger } from '../../log';
import { callerIn } from './auth';

const PROBES = new Set(['/healthz', '/readyz']);

/** The code of a voucher in a path, as well or badly as it was typed. */
const CODE = /(\/vouchers?\/)[^/]+/i;

/**
 * A path without its query, which may hold a CPF somebody searches for or an authorisation code, and without the code of a
 * voucher, which is worth money.
 */
function loggedPath(req: IncomingMessage): string {
  const { originalUrl = req.url ?? '' } = req as IncomingMessage & { originalUrl?: string };
  return originalUrl.split('?', 1)[0]!.replace(CODE, '$1{code}');
}

/** One line for each answered request: method, path, status, time, request id and merchant. Never headers or bodies. */
export function createRequestLog(log: Logger): RequestHandler {
  return pinoHttp({
    logger: log,
    wrapSerializers: false,
    quietReqLogger: true,
    genReqId: (req) => req.id,
    customAttributeKeys: { reqId: 'requestId' },
    serializers: {
      req: (req: IncomingMessage) => ({ method: req.method, path: loggedPath(req) }),
      res: (res: ServerResponse) => ({ status: res.statusCode }),
      err: (error: Error) => ({ type: error.name }),
    },
    autoLogging: { ignore: (req) => PROBES.has(loggedPath(req)) },
    customLogLevel: (_req, res) => logLevel(res.statusCode),
    customProps: (_req, res) => ({ merchantId: callerIn(res as Response)?.merchantId }),
  });
}

/** An outage is not a defect: only the latter is an error. */
function logLevel(status: number): 'info' | 'warn' | 'error' {
  if (status < 500) return 'info';
  return status === 503 ? 'warn' : 'error';
}
