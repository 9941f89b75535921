import type { ErrorRequestHandler } from 'express';
import type { Logger } from '../../log';
import { callerIn } from './auth';
import { problemOf, sendProblem } from './problem';

/** The last stop of every error: it becomes a problem document, and what is no refusal is logged with its cause. */
export function createErrorHandler(log: Logger): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    const problem = problemOf(error);
    if (problem.cause !== undefined) {
      const about = { requestId: req.id, merchantId: callerIn(res)?.merchantId, code: problem.code };
      if (problem.status === 500)
        log.error({ ...about, error: errorChain(problem.cause, true) }, 'request failed');
      else log.warn({ ...about, error: errorChain(problem.cause, false) }, 'request not served');
    }
    if (res.headersSent) next(error);
    else sendProblem(res, problem);
  };
}

interface Link {
  type: string;
  message: string;
  stack?: string;
}

/** An error and its causes, if wanted with the innermost stack: only what code wrote, no values of documents or bodies. */
function errorChain(error: unknown, withStack: boolean): Link[] {
  const chain: Link[] = [];
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const innermost = !(cause.cause instanceof Error);
    const message = withoutValues(cause);
    chain.push({
      type: cause.constructor.name,
      message,
      ...(withStack && innermost ? { stack: cause.stack?.replace(cause.message, message) } : {}),
    });
  }
  return chain;
}

/** What MongoDB refuses it quotes: a key that is taken, a field that does not fit. Its number and the fields say enough. */
function withoutValues(error: Error): string {
  if (!/^Mongo(Server|BulkWrite|WriteConcern)Error$/.test(error.name)) return error.message;
  const { code, codeName, keyPattern } = error as MongoRefusal;
  const fields = keyPattern ? `, on ${Object.keys(keyPattern).join(' and ')}` : '';
  return `MongoDB refused it: ${codeName ?? 'error'} ${code ?? ''}${fields}`;
}

/** What the driver tells of a refusal of the server. */
interface MongoRefusal extends Error {
  code?: number;
  codeName?: string;
  keyPattern?: Record<string, unknown>;
}
