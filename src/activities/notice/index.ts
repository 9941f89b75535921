export { firstName } from './first-name';
export { messageContent } from './message-content';
export type { MessageFacts } from './message-content';
export { createSendMessage } from './send-message';
