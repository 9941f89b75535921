import express from 'express';
import type { Request, Router } from 'express';
import type { CompanyHandle } from '../company-handle';
import type { Simulator } from '../simulator';
import { againBody, contactBody, modeBody, orderBody, pageNumber } from './body';
import { orderView } from './views';

/** Orders on one page of the list. */
const pageSize = 25;

/** The orders and contacts of the companies, and what a merchant does to them. */
export function companyRoutes(simulator: Simulator): Router {
  const router = express.Router();
  const companyOf = (req: Request): CompanyHandle => simulator.company(Number(req.params.company));
  const idOf = (req: Request): number => Number(req.params.id);

  router.get('/companies/:company/orders', (req, res) => {
    const company = companyOf(req);
    const page = pageNumber.parse(req.query.page);
    const all = company.orders().reverse();
    const shown = all.slice((page - 1) * pageSize, page * pageSize);
    res.json({
      orders: shown.map((order) => orderView(company, order)),
      total: all.length,
      size: pageSize,
    });
  });
  router.post('/companies/:company/orders', (req, res) => {
    const company = companyOf(req);
    res.status(201).json(orderView(company, company.createOrder(orderBody.parse(req.body ?? {}))));
  });
  router.patch('/companies/:company/orders/:id', (req, res) => {
    const company = companyOf(req);
    res.json(orderView(company, company.patchOrder(idOf(req), orderBody.parse(req.body))));
  });
  router.delete('/companies/:company/orders/:id', (req, res) => {
    companyOf(req).deleteOrder(idOf(req));
    res.status(204).end();
  });
  router.post('/companies/:company/orders/:id/webhooks', async (req, res) => {
    const deliveries = await companyOf(req).sendAgain(idOf(req), againBody.parse(req.body ?? {}));
    res.json({ deliveries });
  });

  router.get('/companies/:company/contacts', (req, res) => res.json({ contacts: companyOf(req).contacts() }));
  router.post('/companies/:company/contacts', (req, res) => {
    res.status(201).json(companyOf(req).addContact(contactBody.parse(req.body ?? {})));
  });
  router.patch('/companies/:company/contacts/:id', (req, res) => {
    res.json(companyOf(req).editContact(idOf(req), contactBody.parse(req.body)));
  });

  router.put('/companies/:company/webhook-mode', async (req, res) => {
    const company = companyOf(req);
    const { mode } = modeBody.parse(req.body);
    company.setWebhookMode(mode);
    simulator.changes.touch('settings');
    if (mode === 'live') await company.deliver(company.takeHeldEvents().reverse());
    res.json({ mode });
  });
  router.post('/companies/:company/token-expiry', (req, res) => {
    companyOf(req).forceTokenExpiry();
    res.status(204).end();
  });
  router.post('/companies/:company/uninstall', (req, res) => {
    companyOf(req).revokeAccess();
    res.status(204).end();
  });
  return router;
}
