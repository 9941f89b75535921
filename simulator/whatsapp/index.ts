export { whatsAppFaultKinds } from './faults';
export type { WhatsAppFault } from './faults';
export { graphVersion, whatsAppRouter } from './router';
export { WhatsApp } from './whatsapp';
export type { ReceivedMessage, WhatsAppSettings } from './whatsapp';
