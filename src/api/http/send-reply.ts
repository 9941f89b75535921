import type { Response } from 'express';
import type { Answer } from './idempotency';

/** Sends an answer: JSON, a problem document, or nothing (204). */
export function sendReply(res: Response, { status, body }: Answer): void {
  res.status(status);
  if (status === 204) res.end();
  else if (status >= 400) res.type('application/problem+json').send(JSON.stringify(body));
  else res.json(body);
}
