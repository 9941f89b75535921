export { pageFiles } from './page-files';
export { controlRouter } from './router';
