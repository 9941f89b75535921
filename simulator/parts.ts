import { AutoSales } from './auto-sales';
import { Bling, Grants } from './bling';
import type { AppRegistration } from './bling';
import { ChangeFeed } from './change-feed';
import { MailServer } from './mail';
import type { SimulatorOptions } from './options';
import type { SimulatorState } from './state';
import { Courier, plainManners, usualHabits, WebhookDispatcher } from './webhooks';
import type { CourierHabits, Destination } from './webhooks';
import { WhatsApp } from './whatsapp';
import type { WhatsAppSettings } from './whatsapp';
import { Company, Randomness, situationIds } from './world';
import type { CompanySurroundings } from './world';

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

const day = 86_400_000;

/** Sales of the last thirty days, most of them completed. */
function addHistory(company: Company, count: number, now: number): void {
  for (let left = count; left > 0; left -= 1) {
    const at = now - day - Math.floor(((left - 1) / count) * 29 * day);
    const cancelled = company.random.chance(0.08);
    company.createOrder({ situationId: cancelled ? situationIds.cancelled : situationIds.completed }, at);
  }
}

/** The companies: the saved ones, and new ones up to the number asked for. */
function makeCompanies(
  options: SimulatorOptions,
  saved: SimulatorState | undefined,
  surroundings: CompanySurroundings,
): Company[] {
  const { seed = 'retorno', companies = 1, contacts = 40, history = 0 } = options;
  const made = (saved?.companies ?? []).map((record) => Company.restore(record, surroundings));
  for (let index = made.length; index < companies; index += 1) {
    const company = Company.found(String(seed), index, contacts, surroundings);
    addHistory(company, history, surroundings.clock());
    made.push(company);
  }
  return made;
}

/** Reads address and secret of both senders at every attempt. */
function makeCourier(
  habits: Partial<CourierHabits> | undefined,
  app: AppRegistration,
  whatsapp: WhatsAppSettings,
  feed: ChangeFeed,
  clock: () => number,
): Courier {
  const blingTo = (): Destination | undefined =>
    app.webhookUrl === undefined
      ? undefined
      : { url: app.webhookUrl, header: 'X-Bling-Signature-256', secret: app.clientSecret };
  const whatsappTo = (): Destination | undefined =>
    whatsapp.webhookUrl === undefined
      ? undefined
      : { url: whatsapp.webhookUrl, header: 'X-Hub-Signature-256', secret: whatsapp.appSecret ?? '' };
  return new Courier({
    habits: { ...usualHabits, ...habits },
    clock,
    destination: (sender) => (sender === 'bling' ? blingTo() : whatsappTo()),
    changed: () => feed.touch('deliveries'),
  });
}

/** Puts the world together; `saved` is the state to go on with. */
export function makeParts(options: SimulatorOptions, saved: SimulatorState | undefined): Parts {
  const { clientId, clientSecret, redirectUrl, webhookUrl, clock = Date.now, seed = 'retorno' } = options;
  const feed = new ChangeFeed();
  const app: AppRegistration = { clientId, clientSecret, redirectUrl, webhookUrl };
  const whatsappSettings = { ...options.whatsapp };
  const courier = makeCourier(options.webhookDelivery, app, whatsappSettings, feed, clock);
  const grants = new Grants(clock, saved?.grants);
  const isConnected = (companyIndex: number): boolean => grants.isConnected(companyIndex);
  const webhooks = new WebhookDispatcher(
    { ...plainManners, ...options.webhookDelivery },
    courier,
    clock,
    Randomness.from(seed, 'webhooks'),
    isConnected,
  );
  const companies = makeCompanies(options, saved, {
    clock,
    orderChanged: (company, action, order) => {
      webhooks.happened(company, action, order);
      feed.touch('orders');
    },
    contactChanged: () => feed.touch('contacts'),
  });
  const bling = new Bling(app, companies, grants, clock, () => feed.touch('tokens'));
  const whatsapp = new WhatsApp(
    whatsappSettings,
    courier,
    clock,
    () => feed.touch('whatsapp'),
    saved?.messages,
  );
  const mail = new MailServer({ clock, changed: () => feed.touch('mail'), earlier: saved?.mails });
  courier.resume(saved?.deliveries ?? []);
  return { feed, courier, webhooks, bling, whatsapp, mail, autoSales: new AutoSales(companies, isConnected) };
}
