export { simulationRoutes } from './simulation-routes';
