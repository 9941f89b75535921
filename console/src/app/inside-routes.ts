import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { inside } from './roots';

/** Pages for those who have signed in. Who may see which is said once, in `shell/pages.ts`. */
export const insideRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: '/',
    beforeLoad: () => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error
      throw redirect({ to: '/inicio', replace: true });
    },
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/inicio',
    component: lazyRouteComponent(() => import('../home'), 'HomePage'),
  }),
] as const;
