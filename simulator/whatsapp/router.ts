import { setTimeout as wait } from 'node:timers/promises';
import express from 'express';
import type { ErrorRequestHandler, Request, Response, Router } from 'express';
import { strikes } from './faults';
import type { WhatsAppFault } from './faults';
import { MetaError } from './meta-error';
import { checkedMessage } from './outgoing';
import type { OutgoingMessage, OutgoingText } from './outgoing';
import type { WhatsApp } from './whatsapp';

/** The version of Meta's API in the simulator's own address; any other is served too. */
export const graphVersion = 'v23.0';

/** Throws a MetaError unless the request carries the token and names the number of the business. */
function authenticate(whatsapp: WhatsApp, req: Request): void {
  const token = /^Bearer (\S+)$/i.exec(req.headers.authorization ?? '')?.[1];
  const { settings } = whatsapp;
  if (token === undefined || (settings.token !== undefined && token !== settings.token)) {
    throw new MetaError(190, 'The access token is missing or cannot be decrypted');
  }
  const { phoneNumberId } = req.params;
  if (settings.phoneNumberId !== undefined && phoneNumberId !== settings.phoneNumberId) {
    throw new MetaError(100, `Object with ID '${String(phoneNumberId)}' does not exist`);
  }
}

function answer(message: OutgoingMessage | OutgoingText, id: string, waId: string): Record<string, unknown> {
  return {
    messaging_product: 'whatsapp',
    contacts: [{ input: message.to, wa_id: waId }],
    messages: [{ id, message_status: 'accepted' }],
  };
}

async function holdBack(fault: WhatsAppFault, req: Request): Promise<void> {
  await wait(fault.ms ?? 30_000, undefined, { ref: false });
  req.socket.destroy();
}

async function send(whatsapp: WhatsApp, req: Request, res: Response): Promise<void> {
  authenticate(whatsapp, req);
  const { pageButton = false } = whatsapp.settings;
  const message = checkedMessage(req.body, (digits) => whatsapp.isOpen(digits), pageButton);
  const template = 'template' in message ? message.template.name : null;
  const standing = whatsapp.refusalOf(template);
  if (standing !== undefined) throw new MetaError(standing, 'As the simulator has been told');
  const fault = whatsapp.faults.take((one) => strikes(one, message.digits, template));
  const code = fault?.code ?? 131000;
  if (fault?.kind === 'error') throw new MetaError(code, 'Injected by the simulator');
  if (fault?.kind === 'server-error') {
    res.status(502).type('text/html').send('<html><body>Bad Gateway</body></html>');
    return;
  }
  if (fault?.kind === 'timeout') return holdBack(fault, req);
  const failure = fault?.kind === 'failed-later' ? code : undefined;
  const { id, waId } = whatsapp.accept(message, String(req.params.phoneNumberId), failure);
  if (fault?.kind === 'hang-after-accept') return holdBack(fault, req);
  res.json(answer(message, id, waId));
}

const refused: ErrorRequestHandler = (error, _req, res, next) => {
  if (error instanceof MetaError) res.status(error.status).json(error.body());
  else if ((error as { type?: string }).type === 'entity.parse.failed') {
    const unreadable = new MetaError(100, 'The body is not JSON');
    res.status(unreadable.status).json(unreadable.body());
  } else next(error);
};

/** `POST /{version}/{phoneNumberId}/messages`. */
export function whatsAppRouter(whatsapp: WhatsApp): Router {
  const router = express.Router();
  router.post('/:version/:phoneNumberId/messages', express.json(), (req, res, next) => {
    if (!/^v\d+\.\d+$/.test(String(req.params.version))) return next('route');
    return send(whatsapp, req, res);
  });
  router.use(refused);
  return router;
}
