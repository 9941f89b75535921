export { showPage } from './page-frame';
