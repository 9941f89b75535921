export { createBlingAccess } from './bling-access';
export { blingIntegrationRoutes } from './bling-integration-routes';
