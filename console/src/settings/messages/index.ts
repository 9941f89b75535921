export { MessageSettingsPage } from './messages-page';
