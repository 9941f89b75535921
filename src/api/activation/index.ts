export { activationRoutes } from './activation-routes';
