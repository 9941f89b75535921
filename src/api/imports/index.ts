export { decodeFile } from '../import/decode-file';
export { readImportFile } from '../import/read-import-file';
