import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { inside } from './roots';
import { auditSearch } from './searches';

/** How an account is run, and one's own access to it. */
export const settingsRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: '/configuracoes',
    beforeLoad: () => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error
      throw redirect({ to: '/configuracoes/pessoas', replace: true });
    },
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/configuracoes/pessoas',
    component: lazyRouteComponent(() => import('../settings'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/configuracoes/lojas',
    component: lazyRouteComponent(() => import('../settings'), 'StoresPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/configuracoes/chaves',
    component: lazyRouteComponent(() => import('../settings'), 'KeysPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/configuracoes/sessoes',
    component: lazyRouteComponent(() => import('../settings'), 'OwnAccessPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/configuracoes/auditoria',
    validateSearch: auditSearch,
    component: lazyRouteComponent(() => import('../settings'), 'AuditPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/configuracoes/conexao',
    component: lazyRouteComponent(() => import('../settings'), 'ConnectionPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/configuracoes/mensagens',
    component: lazyRouteComponent(() => import('../settings'), 'MessageSettingsPage'),
  }),
] as const;
