export type { ContactImportProgress } from './contact-import-progress';
export { createEndImport, createImportRows } from './import-rows';
export type { ImportProgress } from './import-rows';
export { createContactImportSteps } from './read-contacts';
export type { ContactImportSteps } from './read-contacts';
