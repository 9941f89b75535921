import type { RouteConfig } from '@asteasolutions/zod-to-openapi';
import type { Express, Request, RequestHandler, Response } from 'express';
import { Problem } from './problem';
import { bodyReaders } from './read-body';
import type { BodyKind } from './read-body';

/** One way into the API, with what OpenAPI says of it. */
export interface Route {
  /** Whether it needs an API key. */
  secured: boolean;
  body: BodyKind;
  doc: RouteConfig;
  handle(req: Request, res: Response): Promise<void> | void;
}

/** Mounts routes; a known path asked with another method is answered with 405 and `Allow`. */
export function mount(app: Express, routes: readonly Route[], auth: RequestHandler): void {
  for (const route of routes) {
    const method = route.doc.method as 'get' | 'post' | 'put' | 'patch';
    const before = [...(route.secured ? [auth] : []), ...bodyReaders(route.body)];
    app[method](expressPath(route), ...before, (req, res) => route.handle(req, res));
  }
  for (const path of new Set(routes.map(expressPath))) {
    const methods = routes
      .filter((route) => expressPath(route) === path)
      .map(({ doc }) => doc.method.toUpperCase());
    app.all(path, refuseMethod(methods.join(', ')));
  }
}

/** `/v1/sales/{id}` as Express writes it: `/v1/sales/:id`. */
function expressPath({ doc }: Route): string {
  return doc.path.replace(/\{(\w+)\}/g, ':$1');
}

function refuseMethod(allow: string): RequestHandler {
  return () => {
    throw new Problem('method_not_allowed', { headers: { Allow: allow } });
  };
}
