export { OwnAccessPage } from './own-access-page';
