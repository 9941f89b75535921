export { accessRoutes } from './access-routes';
export { invitePerson } from './invite';
