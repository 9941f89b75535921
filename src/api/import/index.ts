export { importRoutes } from './import-routes';
export { readImportFile } from './file';
