import express from 'express';
import type { ErrorRequestHandler, Router } from 'express';
import { ZodError } from 'zod';
import type { Simulator } from '../simulator';
import { WorldError } from '../world';
import { absenceBody, blockBody, faultBody, refusalBody, replyBody, settingsBody } from './body';
import { companyRoutes } from './company-routes';
import { streamChanges } from './events';
import { invoiceRoutes } from './invoice-routes';
import { overview } from './views';

function inject(simulator: Simulator, body: unknown): void {
  const fault = faultBody.parse(body);
  switch (fault.target) {
    case 'bling':
      return simulator.injectFault(fault);
    case 'whatsapp':
      return simulator.whatsapp.faults.inject(fault);
    case 'mail':
      return simulator.mail.faults.inject(fault);
  }
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const refused: ErrorRequestHandler = (error, _req, res, next) => {
  if (error instanceof WorldError) res.status(404).json({ error: error.message });
  else if (error instanceof ZodError)
    res.status(400).json({ error: 'The body does not fit.', issues: error.issues });
  else next(error);
};

/** The control API under `/simulator`: what the page does, and what a test in another process may do. */
export function controlRouter(simulator: Simulator): Router {
  const router = express.Router();
  router.use(express.json());
  router.get('/overview', (_req, res) => res.json(overview(simulator)));
  router.get('/events', (req, res) => streamChanges(simulator, req, res));
  router.get('/deliveries', (_req, res) => res.json({ deliveries: simulator.deliveries().slice(0, 200) }));
  router.get('/whatsapp/messages', (req, res) =>
    res.json({ messages: simulator.whatsapp.messages(text(req.query.phone)) }),
  );
  router.post('/whatsapp/replies', (req, res) => {
    const { phone, text: written } = replyBody.parse(req.body);
    res.status(201).json({ id: simulator.whatsapp.reply(phone, written) });
  });
  router.post('/whatsapp/blocks', (req, res) => {
    const { phone, blocked } = blockBody.parse(req.body);
    simulator.whatsapp.block(phone, blocked);
    res.status(204).end();
  });
  router.post('/whatsapp/absences', (req, res) => {
    const { phone, left } = absenceBody.parse(req.body);
    simulator.whatsapp.leave(phone, left);
    res.status(204).end();
  });
  router.post('/whatsapp/refusals', (req, res) => {
    const { code, template } = refusalBody.parse(req.body);
    simulator.whatsapp.refuse(code, template);
    res.status(204).end();
  });
  router.get('/mail', (req, res) => res.json({ mails: simulator.mail.messages(text(req.query.address)) }));
  router.use(companyRoutes(simulator));
  router.use(invoiceRoutes(simulator));
  router.post('/faults', (req, res) => {
    inject(simulator, req.body);
    simulator.changes.touch('settings');
    res.status(201).json(overview(simulator).faults);
  });
  router.delete('/faults', (_req, res) => {
    simulator.clearFaults();
    simulator.changes.touch('settings');
    res.status(204).end();
  });
  router.patch('/settings', (req, res) => {
    simulator.configure(settingsBody.parse(req.body));
    res.json(simulator.settings());
  });
  router.use((_req, res) => res.status(404).json({ error: 'There is no such call under /simulator.' }));
  router.use(refused);
  return router;
}
