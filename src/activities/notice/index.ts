export { give, readAddressee } from './addressee';
export type { Addressee, NoticeName } from './addressee';
export { usedPauses } from './gate';
export { isWaiting, mayBeginAnew, mayHaveGone, noLongerDue } from './fate';
export { messageContent, usableContent } from './message-content';
export type { MessageFacts } from './message-content';
export { createGiveUpMessage, giveUp } from './give-up-message';
export { createSendMessage } from './send-message';
export { UNCERTAIN_MS } from './uncertain';
