import type { QuotaLimits } from './bling';
import type { CourierHabits, WebhookManners } from './webhooks';
import type { WhatsAppSettings } from './whatsapp';

/** How the simulator is started. Times are in milliseconds. */
export interface SimulatorOptions {
  /** HTTP port; 0 or absent: a free one. */
  port?: number;
  /** Address to listen on; default 127.0.0.1. */
  host?: string;
  /** SMTP port; 0 or absent: a free one. */
  smtpPort?: number;
  /** The app registered at the pretend Bling. */
  clientId: string;
  /** Also signs the webhooks. */
  clientSecret: string;
  /** The app's registered callback; the consent page needs it. */
  redirectUrl?: string;
  /** Where Bling's webhooks go; absent: they are made but not sent. */
  webhookUrl?: string;
  whatsapp?: WhatsAppSettings;
  /** The same seed gives the same companies, customers and random sales; default `retorno`. */
  seed?: string | number;
  /** Epoch ms; decides dates, expiry of tokens and ages, but not the rate limit; default the system's. */
  clock?: () => number;
  /** How many requests Bling admits of one account, in a second and in a day, and of one address; default its own limits. */
  limits?: QuotaLimits;
  /** How many Bling accounts there are; default 1. */
  companies?: number;
  /** How many customers each account starts with, besides "Consumidor Final"; default 40. */
  contacts?: number;
  /** How many sales of the last month each account starts with; default 0. */
  history?: number;
  /** Sales flow by themselves. */
  autoSales?: { everyMs: number };
  /** How webhooks are sent, and how a failed one is retried. */
  webhookDelivery?: Partial<WebhookManners & CourierHabits>;
  /** Where the state is kept over restarts; absent: in memory only. */
  stateFile?: string;
}

/** What can be changed while the simulator runs; what is left out stays. */
export interface SimulatorChange {
  redirectUrl?: string;
  webhookUrl?: string;
  /** A new client secret counts at once, for the token endpoint and for signatures. */
  clientSecret?: string;
  whatsapp?: WhatsAppSettings;
  webhookDelivery?: Partial<WebhookManners>;
  /** null stops the flow of sales. */
  autoSales?: { everyMs: number } | null;
}
