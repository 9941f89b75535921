export { StoresPage } from './stores-page';
