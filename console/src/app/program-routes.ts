import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from './roots';
import { simulationSearch, trySearch, versionSearch } from './searches';

/** The program: its rules as a form, and what a draft of them would do. */
export const programRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: '/programa',
    component: lazyRouteComponent(() => import('../program'), 'EditPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/programa/experimentar',
    validateSearch: trySearch,
    component: lazyRouteComponent(() => import('../program'), 'TryPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/programa/simular',
    validateSearch: simulationSearch,
    component: lazyRouteComponent(() => import('../program'), 'SimulatePage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/programa/versoes',
    validateSearch: versionSearch,
    component: lazyRouteComponent(() => import('../program'), 'VersionsPage'),
  }),
] as const;
