export { createEndImport, createImportRows } from './import-rows';
export type { ImportProgress } from './import-rows';
