export { createApp } from './app';
export { createBlingAccess } from './connection/authorization';
export { lateStore } from './http';
