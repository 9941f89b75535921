import { setTimeout as wait } from 'node:timers/promises';
import type { Request, Response } from 'express';
import { sendHtml } from './answer';
import type { BlingFault } from './faults';
import { expiredToken, insufficientScope, invalidParameter, serverError, tooManyRequests } from './refusal';
import { blingLimits } from './quota';

/** What whoever stands before Bling shows to an address that is blocked. */
export const blockPage = `<!DOCTYPE html>
<html><head><title>Acesso bloqueado</title></head>
<body><h1>Acesso bloqueado</h1><p>Muitas requisições partiram deste endereço. Tente novamente mais tarde.</p></body></html>`;

/** What is shown in place of any answer while Bling is being worked on, as if all were well. */
const maintenancePage = `<!DOCTYPE html>
<html><head><title>Em manutenção</title></head><body><h1>Voltamos em instantes</h1></body></html>`;

/**
 * Lets a fault happen to a request.
 * @returns `done` when the answer is already given (or the connection gone), `cut` when the true answer is to be cut
 *   short, `proceed` when it is to follow unharmed
 * @throws BlingRefusal for the faults that are refusals
 */
export async function misbehave(
  fault: BlingFault,
  req: Request,
  res: Response,
): Promise<'done' | 'cut' | 'proceed'> {
  switch (fault.kind) {
    case 'expired-token':
      throw expiredToken();
    case 'insufficient-scope':
      throw insufficientScope();
    case 'rejected':
      throw invalidParameter();
    case 'rate-limit-second':
      throw tooManyRequests('second', blingLimits.perSecond);
    case 'rate-limit-day':
      throw tooManyRequests('day', blingLimits.perDay);
    case 'server-error':
      throw serverError();
    case 'block-page':
      sendHtml(res, 403, blockPage);
      return 'done';
    case 'html-page':
      sendHtml(res, 200, maintenancePage);
      return 'done';
    case 'hang':
      await wait(fault.ms ?? 30_000, undefined, { ref: false });
      return res.closed ? 'done' : 'proceed';
    case 'connection-reset':
      req.socket.resetAndDestroy();
      return 'done';
    case 'truncated-json':
      return 'cut';
  }
}
