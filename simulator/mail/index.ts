export { mailFaultKinds } from './faults';
export type { MailFault } from './faults';
export { MailServer } from './mail-server';
export type { ReceivedMail } from './mailbox';
