import express from 'express';
import type { Express } from 'express';
import helmet from 'helmet';
import { mountConsole } from './console';
import {
  createAuth,
  createErrorHandler,
  requestId,
  createRequestLog,
  leaveUnread,
  measureAnswers,
  mount,
  mountDocsPage,
  openApiRoute,
  StaffFirst,
  tellOfUnreadProxy,
} from './http';
import type { AppDeps } from './http';
import { Problem } from './http/problem';
import { resourceRoutes, webhookRoutes } from './routes';

/** Browsers must not turn http into https here: on one's own machine there is only http. */
const secureHeaders = helmet({
  contentSecurityPolicy: { directives: { 'upgrade-insecure-requests': null } },
});

/** The HTTP API. Nothing listens yet, and nothing has been asked of store or engine. */
export function createApp(deps: AppDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', deps.config.trustProxy);
  const staffFirst = new StaffFirst();
  const admit = staffFirst.counting(createAuth(deps));
  const webhooks = webhookRoutes(deps);
  const resources = resourceRoutes(deps, staffFirst);

  app.use(requestId, leaveUnread, measureAnswers, tellOfUnreadProxy(deps));
  // Webhooks come before whatever costs time: every sale waits for their answer.
  mount(app, webhooks, admit);
  app.use(secureHeaders, createRequestLog(deps.log));
  mount(app, [...resources, openApiRoute([...webhooks, ...resources], deps.config.publicUrl)], admit);
  mountDocsPage(app);
  mountConsole(app, deps.config);
  app.use(() => {
    throw new Problem('not_found');
  });
  app.use(createErrorHandler(deps.log));
  return app;
}
