export { createApp } from './app';
export { createBlingAccess } from './connection/authorization';
export { readImportFile } from './import';
export { lateStore } from './http';
