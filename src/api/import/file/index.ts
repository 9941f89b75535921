export { readAmount } from './amounts';
export { readText } from './cell';
export { readDate, readInstant } from './dates';
export { fileBytes } from './decode-file';
export { readAccessKey, readCode, readDocument, readEmail, readPhone } from './identifiers';
export { readImportFile } from './read-import-file';
export { readStatusAnswers } from './status-answers';
export { Turns } from './turns';
