import type { Express } from 'express';

interface RouterLayer {
  route?: { path: string; methods: Record<string, boolean> };
}

/** Every route Express would answer, as `get /v1/sales/{id}`. */
export function mountedRoutes(app: Express): string[] {
  const { stack } = app.router as unknown as { stack: RouterLayer[] };
  return stack.flatMap(({ route }) => {
    const methods = Object.keys(route?.methods ?? {});
    // A route for every method is the one that refuses the others.
    if (!route || methods.includes('_all')) return [];
    return methods.map((method) => `${method} ${route.path.replace(/:(\w+)/g, '{$1}')}`);
  });
}
