export { sessionRoutes } from './session-routes';
export { settingsRoutes } from './settings-routes';
export { shopRoutes } from './shop-routes';
