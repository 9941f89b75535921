export { accessRoutes } from './access-routes';
export { invitePerson, linkTo } from './invite';
export { takeOrRefuse } from './own-limits';
