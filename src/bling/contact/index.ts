export { toCustomerContact } from './contact';
export type { CustomerContact } from './contact';
export { contactSchema, contactSummarySchema } from './contact-schema';
export type { BlingContact, BlingContactSummary } from './contact-schema';
