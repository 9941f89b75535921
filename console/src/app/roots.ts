import { createRootRoute, createRoute, redirect } from '@tanstack/react-router';
import { BrokenPage, NotFoundPage, sessionQuery, Shell } from '../shell';
import { queryClient } from './query-client';

/** Everything. */
export const root = createRootRoute({ notFoundComponent: NotFoundPage });

/** What only those see who have signed in: with menu and merchant. */
export const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  async beforeLoad({ location }) {
    const session = await queryClient.ensureQueryData(sessionQuery);
    // The router's own control flow: it catches what is no error.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    if (!session) throw redirect({ to: '/entrar', search: { ir: location.href } });
  },
  component: Shell,
  errorComponent: BrokenPage,
});
