import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';
import { pinoHttp } from 'pino-http';
import { isIdOfOurs } from '../../ids';
import type { Logger } from '../../log';
import { callerIn } from './auth';
import { patternOf } from './measure-answers';

const PROBES = new Set(['/healthz', '/readyz']);

/**
 * The path of the contract with the ids that are ours: what else stands in its place may be anything somebody has typed, such as a
 * CPF or the code of a voucher, which is worth money. So may a path that is none of ours, which is `unknown`; and so may a query.
 */
function loggedPath(req: IncomingMessage): string {
  const { originalUrl = req.url ?? '' } = req as IncomingMessage & { originalUrl?: string };
  const asked = originalUrl.split('?', 1)[0]!.split('/');
  const told = (name: string, at: number): string => {
    const given = asked[at] ?? '';
    return name.startsWith('{') && isIdOfOurs(given) ? given : name;
  };
  return patternOf(req as Request)
    .split('/')
    .map(told)
    .join('/');
}

/** One line for each answered request: method, path, status, time, request id and merchant. Never headers or bodies. */
export function createRequestLog(log: Logger): RequestHandler {
  return pinoHttp({
    logger: log,
    wrapSerializers: false,
    quietReqLogger: true,
    quietResLogger: true,
    // Only when it is answered is it known which path of the contract it is.
    customSuccessObject: (req, _res, said: object) => ({ req, ...said }),
    customErrorObject: (req, _res, _error, said: object) => ({ req, ...said }),
    genReqId: (req) => req.id,
    customAttributeKeys: { reqId: 'requestId' },
    serializers: {
      req: (req: IncomingMessage) => ({ method: req.method, path: loggedPath(req) }),
      res: (res: ServerResponse) => ({ status: res.statusCode }),
      err: (error: Error) => ({ type: error.name }),
    },
    autoLogging: { ignore: ({ url = '' }) => PROBES.has(url.split('?', 1)[0]!) },
    customLogLevel: (_req, res) => logLevel(res.statusCode),
    customProps: (_req, res) => ({ merchantId: callerIn(res as Response)?.merchantId }),
  });
}

/** An outage is not a defect: only the latter is an error. */
function logLevel(status: number): 'info' | 'warn' | 'error' {
  if (status < 500) return 'info';
  return status === 503 ? 'warn' : 'error';
}
