import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from './roots';

/** The program: its rules as a form. */
export const programRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: '/programa',
    component: lazyRouteComponent(() => import('../program'), 'EditPage'),
  }),
] as const;
