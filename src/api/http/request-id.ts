import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { looksPersonal } from '../../loyalty';

const SENSIBLE = /^[\w.:-]{1,64}$/;

/**
 * Every answer names its request (`X-Request-Id`), and so does the log: the caller's own id if it is a sensible one and no
 * document or phone, else a new one.
 */
export const requestId: RequestHandler = (req, res, next) => {
  const given = req.get('x-request-id');
  req.id = given !== undefined && SENSIBLE.test(given) && !looksPersonal(given) ? given : randomUUID();
  res.setHeader('X-Request-Id', req.id);
  next();
};
