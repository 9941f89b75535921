import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { root } from './roots';

/** Where somebody wanted to go who has to sign in first: within this installation only. */
const wanted = z.object({
  ir: z
    .string()
    .regex(/^\/(?![/\\])/)
    .optional()
    .catch(undefined),
});

/** Pages for those who have not signed in. */
export const publicRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/entrar',
    validateSearch: wanted,
    component: lazyRouteComponent(() => import('../signing'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/convite',
    component: lazyRouteComponent(() => import('../signing'), 'InvitationPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/senha',
    component: lazyRouteComponent(() => import('../signing'), 'PasswordPage'),
  }),
] as const;
