import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { programRoutes } from './program-routes';
import { inside } from './roots';
import {
  alertSearch,
  customerSearch,
  lotSearch,
  messageSearch,
  movementSearch,
  pageSearch,
  reportSearch,
  reviewSearch,
  saleSearch,
} from './searches';
import { settingsRoutes } from './settings-routes';

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
  createRoute({
    getParentRoute: () => inside,
    path: '/vendas',
    validateSearch: saleSearch,
    component: lazyRouteComponent(() => import('../sales'), 'SalesPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/vendas/$id',
    component: lazyRouteComponent(() => import('../sales'), 'SalePage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/clientes',
    validateSearch: customerSearch,
    component: lazyRouteComponent(() => import('../customers'), 'CustomersPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/clientes/$id',
    component: lazyRouteComponent(() => import('../customers'), 'CustomerPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/revisoes',
    validateSearch: reviewSearch,
    component: lazyRouteComponent(() => import('../reviews'), 'ReviewsPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/revisoes/$id',
    component: lazyRouteComponent(() => import('../reviews'), 'ReviewPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/mensagens',
    validateSearch: messageSearch,
    component: lazyRouteComponent(() => import('../messages'), 'MessagesPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/mensagens/$id',
    component: lazyRouteComponent(() => import('../messages'), 'MessagePage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/alertas',
    validateSearch: alertSearch,
    component: lazyRouteComponent(() => import('../alerts'), 'AlertsPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/importacoes',
    validateSearch: pageSearch,
    component: lazyRouteComponent(() => import('../imports'), 'ImportsPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/importacoes/nova',
    component: lazyRouteComponent(() => import('../imports'), 'NewImportPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/importacoes/$id',
    component: lazyRouteComponent(() => import('../imports'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/relatorios',
    validateSearch: reportSearch,
    component: lazyRouteComponent(() => import('../reports'), 'ReportsPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/relatorios/movimentos',
    validateSearch: movementSearch,
    component: lazyRouteComponent(() => import('../reports'), 'MovementsPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/relatorios/saldos',
    validateSearch: lotSearch,
    component: lazyRouteComponent(() => import('../reports'), 'LotsPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/ativacao',
    component: lazyRouteComponent(() => import('../activation'), 'ActivationPage'),
  }),
  ...programRoutes,
  ...settingsRoutes,
] as const;
