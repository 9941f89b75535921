import type { Express } from 'express';
import swaggerUi from 'swagger-ui-express';
import { z } from 'zod';
import { openApiDocument } from './openapi-document';
import { described, onlyMethods } from './route';
import type { Route } from './route';

/**
 * `GET /openapi.json`: the document of the routes given and of itself.
 * @param publicUrl where the API is reached: the document’s calls lie under its path
 */
export function openApiRoute(routes: readonly Route[], publicUrl: string): Route {
  let document: object | undefined;
  return {
    permission: 'public',
    body: null,
    ...doc,
    handle(_req, res) {
      document ??= openApiDocument(
        [...routes, doc, pageDoc].map(({ describe }) => describe()),
        new URL(publicUrl).pathname,
      );
      res.json(document);
    },
  };
}

/** `GET /docs`: a page to read and try the API. Its files come from the package: it works without the internet. */
export function mountDocsPage(app: Express): void {
  const options = {
    // From `/docs/`, under whatever prefix that is reached.
    swaggerUrl: '../openapi.json',
    customSiteTitle: 'Retorno API',
    swaggerOptions: { validatorUrl: null },
  };
  const others = onlyMethods(['get']);
  app.use('/docs', (req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') void others(req, res, next);
    // The page's own files lie below it, under whatever prefix it was reached.
    else if (/\/docs(?:\?|$)/.test(req.originalUrl)) res.redirect(301, 'docs/');
    else next();
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
