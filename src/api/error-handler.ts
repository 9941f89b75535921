import type { ErrorRequestHandler } from 'express';
import type { Logger } from '../log';
import { callerIn } from './auth';
import { problemOf, sendProblem } from './problem';

/** The last stop of every error: it becomes a problem document, and what is our own fault is logged. */
export function createErrorHandler(log: Logger): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    const problem = problemOf(error);
    if (problem.status >= 500) {
      const about = { requestId: req.id, merchantId: callerIn(res)?.merchantId, code: problem.code };
      log.error({ ...about, error: chainOf(problem.cause) }, 'request failed');
    }
    if (res.headersSent) next(error);
    else sendProblem(res, problem);
  };
}

/** An error and its causes, with the innermost stack: only what code wrote, no values of documents or bodies. */
function chainOf(error: unknown): { type: string; message: string }[] {
  const chain: { type: string; message: string; stack?: string }[] = [];
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    chain.push({ type: cause.constructor.name, message: cause.message });
    if (!(cause.cause instanceof Error)) chain.at(-1)!.stack = cause.stack;
  }
  return chain;
}
