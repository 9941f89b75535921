import type { Request, RequestHandler } from 'express';
import { Problem, sendProblem } from './problem';

/** How a body has to come. */
export interface BodyPace {
  /** So often it is looked at. */
  withinMs: number;
  /** What has to have come since the last look; Infinity: all of it. */
  leastBytes: number;
  /** How often it is looked at before it is cut off whatever came. */
  looks: number;
}

/**
 * Nobody keeps a connection by sending a body byte by byte: it is cut off.
 * @param wanted the answer waits for it, and is 408 then; where it does not, it ends the connection
 */
export function cutOffIfSlow({ withinMs, leastBytes, looks }: BodyPace, wanted: boolean): RequestHandler {
  return (req, res, next) => {
    if (req.complete || !hasBody(req)) return next();
    let bytes = 0;
    let left = looks;
    const timer = setInterval(() => {
      left -= 1;
      if (left > 0 && bytes >= leastBytes) return void (bytes = 0);
      clearInterval(timer);
      if (res.headersSent) req.socket.destroy();
      else if (wanted) sendProblem(res, new Problem('request_timeout'));
      else res.set('Connection', 'close');
    }, withinMs);
    req
      .on('data', (chunk: Buffer) => void (bytes += chunk.length))
      .once('end', () => clearInterval(timer))
      .once('close', () => clearInterval(timer));
    // Whoever reads the body has to begin within this: listening has set it flowing.
    next();
  };
}

/** Whether one was announced. */
export function hasBody(req: Request): boolean {
  return Number(req.get('content-length') ?? 0) > 0 || req.get('transfer-encoding') !== undefined;
}
