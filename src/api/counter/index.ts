export { attemptRoutes } from './attempt-routes';
export { counterRoutes } from './counter-routes';
