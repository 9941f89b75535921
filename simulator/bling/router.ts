import express from 'express';
import type { Router } from 'express';
import type { Bling } from './bling';
import { guarded } from './gate';
import type { ApiRoute } from './gate';
import { decideConsent, giveToken, revoke, showConsent } from './oauth';
import { notFound } from './refusal';
import {
  channelRoutes,
  companyRoutes,
  contactRoutes,
  invoiceRoutes,
  orderRoutes,
  situationRoutes,
} from './routes';

const unknownRoute: ApiRoute = {
  name: 'unknown route',
  path: '',
  answer: () => {
    throw notFound();
  },
};

/** Everything under `/Api/v3`: OAuth, the resources, and Bling's 404 for the rest. */
export function blingRouter(bling: Bling): Router {
  const router = express.Router();
  const form = express.urlencoded({ extended: false });
  router.get('/oauth/authorize', (req, res) => showConsent(bling, req, res));
  router.post('/oauth/authorize', form, (req, res) => decideConsent(bling, req, res));
  router.post('/oauth/token', form, (req, res) => giveToken(bling, req, res));
  router.post('/oauth/revoke', form, (req, res) => revoke(bling, req, res));
  const routes = [
    ...orderRoutes(bling.clock),
    ...invoiceRoutes(bling.clock),
    ...contactRoutes(bling.clock),
    ...situationRoutes(),
    ...channelRoutes(),
    ...companyRoutes(),
  ];
  for (const route of routes) router.get(route.path, guarded(bling, route));
  router.use(guarded(bling, unknownRoute));
  return router;
}
