import type { ErrorRequestHandler } from 'express';
import type { Logger } from '../../log';
import { withoutValues } from '../../store';
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
