import type { Express } from 'express';
import swaggerUi from 'swagger-ui-express';
import { z } from 'zod';
import { openApiDocument } from './openapi-document';
import { described, onlyMethods } from './route';
import type { Route } from './route';

/** `GET /openapi.json`: the document of the routes given and of itself. */
export function openApiRoute(routes: readonly Route[]): Route {
  let document: object | undefined;
  return {
    permission: 'public',
    body: null,
    ...doc,
    handle(_req, res) {
      document ??= openApiDocument([...routes, doc, pageDoc].map(({ describe }) => describe()));
      res.json(document);
    },
  };
}

/** `GET /docs`: a page to read and try the API. Its files come from the package: it works without the internet. */
export function mountDocsPage(app: Express): void {
  const options = {
    swaggerUrl: '/openapi.json',
    customSiteTitle: 'Retorno API',
    swaggerOptions: { validatorUrl: null },
  };
  const others = onlyMethods(['get']);
  app.use('/docs', (req, res, next) => {
    if (req.method === 'GET' || req.method === 'HEAD') next();
    else void others(req, res, next);
  });
  app.use('/docs', swaggerUi.serve, swaggerUi.setup(null, options));
}

const tags = ['Documentation'];

const doc = described({
  method: 'get',
  path: '/openapi.json',
  operationId: 'getOpenapi',
  tags,
  summary: 'This document',
  responses: {
    200: {
      description: 'OpenAPI 3.1',
      content: { 'application/json': { schema: z.looseObject({ openapi: z.string() }) } },
    },
  },
});

const pageDoc = described({
  method: 'get',
  path: '/docs',
  operationId: 'getDocs',
  tags,
  summary: 'A page to read and try the API',
  responses: {
    200: { description: 'The page', content: { 'text/html': { schema: z.string() } } },
    301: { description: 'To /docs/, beside which the page’s files lie' },
  },
});
