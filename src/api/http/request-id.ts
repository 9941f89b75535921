import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';

const SENSIBLE = /^[\w.:-]{1,64}$/;

/** Every answer names its request (`X-Request-Id`): the caller's own id if it is a sensible one, else a new one. */
export const requestId: RequestHandler = (req, res, next) => {
  const given = req.get('x-request-id');
  req.id = given !== undefined && SENSIBLE.test(given) ? given : randomUUID();
  res.setHeader('X-Request-Id', req.id);
  next();
};
