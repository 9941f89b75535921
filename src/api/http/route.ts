import type { RouteConfig } from '@asteasolutions/zod-to-openapi';
import type { ErrorRequestHandler, Express, Request, RequestHandler, Response } from 'express';
import type { Admission } from '../access/permission';
import type { Act } from './act';
import type { Admit } from './auth';
import { Problem } from './problem';
import { bodyReaders } from './read-body';
import type { BodyKind } from './read-body';
import { hasBody } from './slow-body';

/** One way into the API, with what OpenAPI says of it. */
export interface Route {
  /** What whoever comes has to be allowed. */
  permission: Admission;
  body: BodyKind;
  method: RouteConfig['method'];
  /** As OpenAPI writes it: `/v1/sales/{id}`. */
  path: string;
  /** What OpenAPI says of it, made for whoever reads that. */
  describe(): RouteConfig;
  /** What the audit calls what it does; absent: nothing that is written down there. */
  act?: Act;
  handle(req: Request, res: Response): Promise<void> | void;
  /** Hears of somebody whose it is not to do it, before they are told. */
  refused?(req: Request, res: Response): Promise<void>;
}

/** A route's way and its description, where that is written down as it is. */
export function described(doc: RouteConfig): Pick<Route, 'method' | 'path' | 'describe'> {
  return { method: doc.method, path: doc.path, describe: () => doc };
}

/**
 * Mounts routes. A known path answers HEAD where it answers GET, OPTIONS with 204, and any other method with 405; the last two
 * name the methods it has in `Allow`.
 */
export function mount(app: Express, routes: readonly Route[], admit: Admit): void {
  const methodsOf = new Map<string, string[]>();
  for (const route of routes) {
    const path = expressPath(route);
    const method = route.method as 'get' | 'post' | 'put' | 'patch' | 'delete';
    // Nobody who is not let in has a body read; nobody is let in for what they were before it came.
    const before = [
      ...admit(route.permission, 'first'),
      ...(route.body === null ? [] : [noteWhetherHeldBack]),
      ...bodyReaders(route.body),
      ...(route.body === null ? [] : admit(route.permission, 'again').map(whereHeldBack)),
      ...whenRefused(route),
    ];
    const handle: RequestHandler = (req, res) => route.handle(req, res);
    app[method](path, ...before, handle);
    methodsOf.set(path, [...(methodsOf.get(path) ?? []), method]);
  }
  for (const [path, methods] of methodsOf)
    // One layer: `app.all` would add one for each method that Node knows.
    app.route(path).all(onlyMethods(methods));
}

/** A body that had come whole by the time its sender was let in was not held back. */
const noteWhetherHeldBack: RequestHandler = (req, res, next) => {
  const announced = Number(req.get('content-length') ?? Infinity);
  const hasCome = req.complete || req.readableLength >= announced;
  (res.locals as Noted).heldBack = hasBody(req) && !hasCome;
  next();
};

interface Noted {
  heldBack?: boolean;
}

function whereHeldBack(handler: RequestHandler): RequestHandler {
  return (req, res, next) => ((res.locals as Noted).heldBack ? handler(req, res, next) : next());
}

function whenRefused({ refused }: Route): ErrorRequestHandler[] {
  if (!refused) return [];
  const tell: ErrorRequestHandler = async (error: unknown, req, res, next): Promise<void> => {
    if (error instanceof Problem && error.code === 'forbidden') await refused(req, res);
    next(error);
  };
  return [tell];
}

/** `/v1/sales/{id}` as Express writes it: `/v1/sales/:id`. */
function expressPath({ path }: Route): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
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
