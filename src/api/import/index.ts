export { importRoutes } from './import-routes';
