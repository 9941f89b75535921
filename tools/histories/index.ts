export { gitRecord } from './git-record';
export { MANIFEST, manifestProblems } from './manifest';
export { personalDataIn } from './personal-data';
export { HISTORIES, saveHistory } from './save-history';
