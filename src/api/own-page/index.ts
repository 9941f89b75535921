export { ownPageRoutes } from './own-page-routes';
