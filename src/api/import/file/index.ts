export { readAmount } from './amounts';
export { readText } from './cell';
export { readDate, readInstant } from './dates';
export { decodeFile } from './decode-file';
export { readDocument, readEmail, readPhone } from './identifiers';
export { readImportFile } from './read-import-file';
