import { createRouter, stringifySearchWith } from '@tanstack/react-router';
import { ROOT } from '../api';
import { BrokenPage, NotFoundPage } from '../shell';
import { insideRoutes } from './inside-routes';
import { publicRoutes } from './public-routes';
import { inside, root } from './roots';

const routeTree = root.addChildren([...publicRoutes, inside.addChildren([...insideRoutes])]);

/** The pages by their addresses. */
export const router = createRouter({
  routeTree,
  basepath: ROOT.pathname,
  defaultPreload: 'intent',
  defaultErrorComponent: BrokenPage,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
  // A number is written as it is and not in quotes; each page reads its own texts.
  stringifySearch: stringifySearchWith(JSON.stringify),
});

// The page that is opened is fetched while it is asked who opens it: neither waits for the other. What fails here is told where the
// page is shown.
const [opened] = router.getMatchedRoutes(router.latestLocation.pathname);
for (const route of opened) router.loadRouteChunk(route)?.catch(() => undefined);

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
