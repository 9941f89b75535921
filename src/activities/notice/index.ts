export { firstNameOf } from './first-name';
export { contentOf } from './message-content';
export type { MessageFacts } from './message-content';
export { tellsOf } from './sale-tells';
export { createSendMessage } from './send-message';
export { readKey } from './told-amounts';
