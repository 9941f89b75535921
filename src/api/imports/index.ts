export { decodeFile } from './decode-file';
export { readImportFile } from './read-import-file';
