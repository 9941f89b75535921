/**
 * A pretend world around Retorno: Bling accounts with their API, consent page and webhooks, the WhatsApp Cloud API with
 * the phones behind it, an SMTP server with its mailboxes, and a page to play with all of it.
 *
 *   const simulator = await startSimulator({ clientId, clientSecret, redirectUrl, webhookUrl });
 *   const order = simulator.company().createOrder({ totalCents: 9990 });   // order.created goes out
 *   simulator.company().completeOrder(order.id);                           // order.updated
 *   await simulator.webhooksIdle();
 *   await simulator.close();
 *
 * As a process: main.ts, set up by environment variables (settings.ts).
 */
export { startSimulator } from './start';
export type { Simulator } from './simulator';
export type { CompanyHandle } from './company-handle';
export type { SimulatorChange, SimulatorOptions } from './options';
export { blingLimits } from './bling';
export type {
  AddressCounts,
  BlingFault,
  BlingFaultKind,
  BlingRoute,
  QuotaLimits,
  RequestCounts,
  TokenCounts,
} from './bling';
export type { CourierHabits, Delivery, OrderEvent, WebhookManners, WebhookMode } from './webhooks';
export type { ReceivedMessage, WhatsAppFault, WhatsAppSettings } from './whatsapp';
export type { MailFault, ReceivedMail } from './mail';
export { StateFileError } from './state';
export { situationIds, WorldError } from './world';
export type { Contact, ContactDraft, ItemDraft, Order, OrderDiscount, OrderDraft, Situation } from './world';
