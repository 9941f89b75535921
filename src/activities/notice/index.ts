export { messageContent } from './message-content';
export type { MessageFacts } from './message-content';
export { createGiveUpMessage } from './give-up-message';
export { createSendMessage } from './send-message';
