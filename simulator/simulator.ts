import type { Server } from 'node:http';
import { allowedUrl, refusedUrl } from './bling';
import type { AddressCounts, AuthorizationError, BlingFault, TokenCounts } from './bling';
import type { ChangeFeed } from './change-feed';
import { CompanyHandle } from './company-handle';
import type { FaultQueue } from './fault-queue';
import type { MailFault, ReceivedMail } from './mail';
import type { SimulatorChange } from './options';
import type { Parts } from './parts';
import type { StateFile } from './state';
import type { Delivery, WebhookManners } from './webhooks';
import type { ReceivedMessage, WhatsAppFault } from './whatsapp';
import { graphVersion } from './whatsapp';
import { WorldError } from './world';

/** The settings in force that may be shown: no secrets among them. */
export interface ShownSettings {
  clientId: string;
  redirectUrl?: string;
  webhookUrl?: string;
  whatsappWebhookUrl?: string;
  webhookDelivery: WebhookManners;
  autoSalesEveryMs?: number;
}

/** A running simulator: its addresses, its companies, and the hand that makes things happen. */
export class Simulator {
  readonly smtpUrl: string;
  readonly companies: readonly CompanyHandle[];

  constructor(
    /** The page, and the root of all addresses below. */
    readonly url: string,
    smtpPort: number,
    private readonly parts: Parts,
    private readonly server: Server,
    private readonly stateFile: StateFile | undefined,
  ) {
    const { bling, webhooks } = parts;
    this.smtpUrl = `smtp://${new URL(url).hostname}:${smtpPort}`;
    this.companies = bling.companies.map((company) => new CompanyHandle(company, bling, webhooks));
  }

  /** Base address of the Bling API. */
  get blingApiUrl(): string {
    return `${this.url}/Api/v3`;
  }

  /** The consent page. */
  get authorizeUrl(): string {
    return `${this.blingApiUrl}/oauth/authorize`;
  }

  /** The token endpoint. */
  get tokenUrl(): string {
    return `${this.blingApiUrl}/oauth/token`;
  }

  /** Base address of the WhatsApp Cloud API, its version included. */
  get whatsappUrl(): string {
    return `${this.url}/${graphVersion}`;
  }

  /** The company of that index. Throws a WorldError when there are fewer. */
  company(index = 0): CompanyHandle {
    const company = this.companies[index];
    if (company) return company;
    throw new WorldError(
      `There is no company ${index}: the simulator has ${this.companies.length}. Start it with more.`,
    );
  }

  /** Changes settings; what is left out stays. */
  configure(change: SimulatorChange): void {
    const { bling, whatsapp, webhooks, autoSales, feed } = this.parts;
    const { redirectUrl, webhookUrl, clientSecret } = change;
    if (redirectUrl !== undefined) bling.app.redirectUrl = redirectUrl;
    if (webhookUrl !== undefined) bling.app.webhookUrl = webhookUrl;
    if (clientSecret !== undefined) bling.app.clientSecret = clientSecret;
    Object.assign(whatsapp.settings, change.whatsapp);
    Object.assign(webhooks.manners, change.webhookDelivery);
    if (change.autoSales !== undefined) autoSales.flow(change.autoSales?.everyMs);
    feed.touch('settings');
  }

  /** The settings in force. */
  settings(): ShownSettings {
    const { bling, whatsapp, webhooks, autoSales } = this.parts;
    const { clientId, redirectUrl, webhookUrl } = bling.app;
    return {
      ...{ clientId, redirectUrl, webhookUrl },
      whatsappWebhookUrl: whatsapp.settings.webhookUrl,
      webhookDelivery: { ...webhooks.manners },
      autoSalesEveryMs: autoSales.everyMs,
    };
  }

  /** What a merchant does who allows the app on the consent page: the callback's address with a fresh code. */
  approve({ state, company = 0 }: { state: string; company?: number }): string {
    return allowedUrl(this.parts.bling, this.company(company).index, state);
  }

  /** The callback's address for a merchant who comes back without a code. */
  refuse({ state, error = 'access_denied' }: { state: string; error?: AuthorizationError }): string {
    return refusedUrl(this.parts.bling, error, state);
  }

  /** The next answers of Bling go wrong; see `CompanyHandle.injectFault` for a single company. */
  injectFault(fault: BlingFault): void {
    this.blingFaults.inject(fault);
  }

  /** Takes back every fault of Bling, WhatsApp and mail. */
  clearFaults(): void {
    this.blingFaults.clear();
    this.whatsapp.faults.clear();
    this.mail.faults.clear();
  }

  /** The faults of Bling waiting to happen. */
  get blingFaults(): FaultQueue<BlingFault> {
    return this.parts.bling.faults;
  }

  /** What the one address has sent that all requests come from, and how often that was too much. */
  addressCounters(): AddressCounts {
    return this.parts.bling.address.counts();
  }

  /** How often the token endpoint was called; requests to the API are counted by company. */
  tokenCounters(): TokenCounts {
    return { ...this.parts.bling.tokenCounts };
  }

  /**
   * The pretend WhatsApp: what phones received (all, or one in any spelling, the oldest first), what they answer, whom they
   * block, which leave, show no number or are known by one form of it alone, what Meta refuses until told otherwise, and its faults.
   */
  get whatsapp(): {
    messages: (phone?: string) => readonly ReceivedMessage[];
    reply: (phone: string, text: string) => string;
    block: (phone: string, blocked: boolean) => void;
    leave: (phone: string, left: boolean) => void;
    hide: (phone: string, hidden: boolean) => void;
    knowBy: (phone: string, ninth: boolean | null) => void;
    refuse: (code: number | null, template?: string | null) => void;
    faults: FaultQueue<WhatsAppFault>;
  } {
    const { whatsapp } = this.parts;
    return {
      messages: (phone) => whatsapp.messages(phone),
      reply: (phone, text) => whatsapp.reply(phone, text),
      block: (phone, blocked) => whatsapp.block(phone, blocked),
      leave: (phone, left) => whatsapp.leave(phone, left),
      hide: (phone, hidden) => whatsapp.hide(phone, hidden),
      knowBy: (phone, ninth) => whatsapp.knowBy(phone, ninth),
      refuse: (code, template) => whatsapp.refuse(code, template),
      faults: whatsapp.faults,
    };
  }

  /** The pretend mail world: what mailboxes hold (all, or one address, the oldest first), and its faults. */
  get mail(): { messages: (address?: string) => ReceivedMail[]; faults: FaultQueue<MailFault> } {
    const { mail } = this.parts;
    return { messages: (address) => mail.mailboxes.mails(address), faults: mail.faults };
  }

  /** The webhooks on their way and the last ones that ended, the newest first. */
  deliveries(): Delivery[] {
    return this.parts.courier.log();
  }

  /** Resolves once every webhook was tried and none is under way; pauses before a retry do not count. */
  webhooksIdle(): Promise<void> {
    return this.parts.courier.idle();
  }

  /** Told of every change in the world. */
  get changes(): ChangeFeed {
    return this.parts.feed;
  }

  /** Stops everything, ends open connections and saves the state. */
  async close(): Promise<void> {
    const { autoSales, whatsapp, courier, mail } = this.parts;
    autoSales.close();
    whatsapp.close();
    courier.close();
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeAllConnections();
    await Promise.all([closed, mail.close()]);
    this.stateFile?.close();
  }
}
