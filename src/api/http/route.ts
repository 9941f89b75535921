import type { RouteConfig } from '@asteasolutions/zod-to-openapi';
import type { Express, Request, RequestHandler, Response } from 'express';
import type { Admission } from '../access/permission';
import type { Admit } from './auth';
import { Problem } from './problem';
import { bodyReaders } from './read-body';
import type { BodyKind } from './read-body';

/** One way into the API, with what OpenAPI says of it. */
export interface Route {
  /** What whoever comes has to be allowed. */
  permission: Admission;
  body: BodyKind;
  doc: RouteConfig;
  handle(req: Request, res: Response): Promise<void> | void;
}

/**
 * Mounts routes. A known path answers HEAD where it answers GET, OPTIONS with 204, and any other method with 405; the last two
 * name the methods it has in `Allow`.
 */
export function mount(app: Express, routes: readonly Route[], admit: Admit): void {
  for (const route of routes) {
    const method = route.doc.method as 'get' | 'post' | 'put' | 'patch';
    // Nobody who is not let in has a body read.
    const before = [...admit(route.permission), ...bodyReaders(route.body)];
    app[method](expressPath(route), ...before, (req, res) => route.handle(req, res));
  }
  for (const path of new Set(routes.map(expressPath))) {
    const methods = routes.filter((route) => expressPath(route) === path).map(({ doc }) => doc.method);
    app.all(path, onlyMethods(methods));
  }
}

/** `/v1/sales/{id}` as Express writes it: `/v1/sales/:id`. */
function expressPath({ doc }: Route): string {
  return doc.path.replace(/\{(\w+)\}/g, ':$1');
}

/** Comes after the methods a path has, and answers the others. */
export function onlyMethods(methods: readonly string[]): RequestHandler {
  const names = [...methods, ...(methods.includes('get') ? ['head'] : []), 'options'];
  const allow = names.map((name) => name.toUpperCase()).join(', ');
  return (req, res) => {
    if (req.method !== 'OPTIONS') throw new Problem('method_not_allowed', { headers: { Allow: allow } });
    res.status(204).set('Allow', allow).end();
  };
}
