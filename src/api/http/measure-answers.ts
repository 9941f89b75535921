import type { Request, RequestHandler } from 'express';
import { httpAnswers } from '../../metrics';

/** Counts each answer and how long it took, by the path's pattern. */
export const measureAnswers: RequestHandler = (req, res, next) => {
  const stop = httpAnswers.startTimer();
  res.once('close', () => {
    stop({ method: req.method, route: patternOf(req), status: res.writableEnded ? res.statusCode : 499 });
  });
  next();
};

/** `/v1/sales/{id}`, as the OpenAPI document writes it; what is no path of ours has no name. */
export function patternOf({ route }: Request): string {
  const path: unknown = (route as { path?: unknown } | undefined)?.path;
  return typeof path === 'string' ? path.replace(/:(\w+)/g, '{$1}') : 'unknown';
}
