export { HISTORIES, openImportIn, startContactImport } from './import-queries';
export type { ContactOrder } from './import-queries';
export { ImportPage } from './import-page';
export { ImportsPage } from './imports-page';
export { NewImportPage } from './new-import-page';
export { OpenImport } from './open-import';
