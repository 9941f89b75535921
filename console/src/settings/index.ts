export { AuditPage } from './audit';
export { ConnectionPage } from './connection';
export { KeysPage } from './keys';
export { MessageSettingsPage } from './messages';
export { OwnAccessPage } from './own';
export { PeoplePage } from './people';
export { StoresPage } from './stores';
