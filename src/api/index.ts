export { invitePerson, linkTo } from './access';
export { createAccessMailer } from './access/mail';
export { createApp } from './app';
export { createBlingAccess } from './connection/authorization';
export { readImportFile } from './import';
export { createApiServer, lateStore } from './http';
