export { MessagePage } from './message-page';
export { MessagesPage } from './messages-page';
