export { authorizationRoutes } from './authorization-routes';
export { createBlingAccess } from './bling-access';
