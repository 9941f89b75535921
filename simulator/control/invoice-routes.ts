import express from 'express';
import type { Request, Router } from 'express';
import type { CompanyHandle } from '../company-handle';
import type { Simulator } from '../simulator';
import { invoiceBody, invoiceMoveBody } from './body';
import { invoiceView } from './views';

/** So many are shown. */
const shown = 10;

/** The NFC-e of the companies, and what a merchant does to them. */
export function invoiceRoutes(simulator: Simulator): Router {
  const router = express.Router();
  const companyOf = (req: Request): CompanyHandle => simulator.company(Number(req.params.company));
  const idOf = (req: Request): number => Number(req.params.id);

  router.get('/companies/:company/invoices', (req, res) => {
    const company = companyOf(req);
    const newest = company.invoices().reverse().slice(0, shown);
    res.json({ invoices: newest.map((invoice) => invoiceView(company, invoice)) });
  });
  router.post('/companies/:company/invoices', (req, res) => {
    const company = companyOf(req);
    const { orderId, ...draft } = invoiceBody.parse(req.body ?? {});
    const invoice =
      orderId === undefined
        ? company.issueInvoice(draft)
        : company.issueInvoiceOf(orderId, draft.situationId);
    res.status(201).json(invoiceView(company, invoice));
  });
  router.patch('/companies/:company/invoices/:id', (req, res) => {
    const company = companyOf(req);
    const { situationId } = invoiceMoveBody.parse(req.body);
    res.json(invoiceView(company, company.moveInvoice(idOf(req), situationId)));
  });
  router.delete('/companies/:company/invoices/:id', (req, res) => {
    companyOf(req).deleteInvoice(idOf(req));
    res.status(204).end();
  });
  return router;
}
