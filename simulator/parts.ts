import { AutoSales } from './auto-sales';
import { Bling, Grants } from './bling';
import type { AppRegistration } from './bling';
import { ChangeFeed } from './change-feed';
import { makeCompanies } from './companies';
import { MailServer } from './mail';
import type { SimulatorOptions } from './options';
import type { SimulatorState } from './state';
import { Courier, plainManners, usualHabits, WebhookDispatcher } from './webhooks';
import type { Destination, Sender } from './webhooks';
import { WhatsApp } from './whatsapp';
import type { WhatsAppSettings } from './whatsapp';
import { Randomness } from './world';

/** The simulated world, put together but not yet listening. */
export interface Parts {
  feed: ChangeFeed;
  courier: Courier;
  webhooks: WebhookDispatcher;
  bling: Bling;
  whatsapp: WhatsApp;
  mail: MailServer;
  autoSales: AutoSales;
}

/** Tells the address and secret of a sender as they are at the moment; undefined without an address. */
function destinations(
  app: AppRegistration,
  whatsapp: WhatsAppSettings,
): (sender: Sender) => Destination | undefined {
  const to = (url: string | undefined, header: string, secret: string): Destination | undefined =>
    url === undefined ? undefined : { url, header, secret };
  return (sender) =>
    sender === 'bling'
      ? to(app.webhookUrl, 'X-Bling-Signature-256', app.clientSecret)
      : to(whatsapp.webhookUrl, 'X-Hub-Signature-256', whatsapp.appSecret ?? '');
}

/** Puts the world together; `saved` is the state to go on with. */
export function makeParts(options: SimulatorOptions, saved: SimulatorState | undefined): Parts {
  const { clientId, clientSecret, redirectUrl, webhookUrl, clock = Date.now, seed = 'retorno' } = options;
  const feed = new ChangeFeed();
  const app: AppRegistration = { clientId, clientSecret, redirectUrl, webhookUrl };
  const whatsappSettings = { ...options.whatsapp };
  const courier = new Courier({
    habits: { ...usualHabits, ...options.webhookDelivery },
    clock,
    destination: destinations(app, whatsappSettings),
    changed: () => feed.touch('deliveries'),
  });
  const grants = new Grants(clock, saved?.grants);
  const isConnected = (companyIndex: number): boolean => grants.isConnected(companyIndex);
  const webhooks = new WebhookDispatcher(
    { ...plainManners, ...options.webhookDelivery },
    courier,
    clock,
    Randomness.from(seed, 'webhooks'),
    isConnected,
  );
  const companies = makeCompanies(options, saved?.companies ?? [], {
    clock,
    orderChanged: (company, action, order) => {
      webhooks.happened(company, action, order);
      feed.touch('orders');
    },
    invoiceChanged: (company, action, invoice) => {
      webhooks.invoiceHappened(company, action, invoice);
      feed.touch('orders');
    },
    contactChanged: () => feed.touch('contacts'),
  });
  const bling = new Bling(app, companies, grants, clock, () => feed.touch('tokens'), options.limits);
  const toPhones = { courier, clock, changed: () => feed.touch('whatsapp'), earlier: saved?.messages };
  const whatsapp = new WhatsApp(whatsappSettings, toPhones);
  const mail = new MailServer({ clock, changed: () => feed.touch('mail'), earlier: saved?.mails });
  courier.resume(saved?.deliveries ?? []);
  return { feed, courier, webhooks, bling, whatsapp, mail, autoSales: new AutoSales(companies, isConnected) };
}
