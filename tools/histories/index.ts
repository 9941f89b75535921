export { gitRecord } from './git-record';
export { listInManifest, MANIFEST, manifestProblems, parseManifest, sha256 } from './manifest';
export { personalDataIn } from './personal-data';
export { HISTORIES, historyText, saveHistory } from './save-history';
