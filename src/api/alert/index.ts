export { alertRoutes } from './alert-routes';
