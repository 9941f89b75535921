import { countsToCaps, momentOf, noticeChannels, noticeKind } from '../../loyalty';
import type { GoneReason, Instant, MessageRules, NoticeChannel, Program, Zone } from '../../loyalty';
import type { CustomerLinks, RenderedMessage } from '../../messaging';
import { addressOf } from '../../store';
import type {
  Consent,
  Customer,
  GivenNotice,
  LinkTokens,
  MessageIdentity,
  Store,
  Writing,
} from '../../store';
import type { ActivityDeps } from '../runtime';
import { deliver } from './deliver';
import type { Delivery } from './delivery';
import { pathOf, readGate } from './gate';
import { given, givenLately } from './given-lately';
import { spelled } from './spelled';

/** Which notice, by whatever channel. */
export type NoticeName = Omit<MessageIdentity, 'channel'>;

/** What is known of somebody who is to be given a notice, whatever it is about. */
export interface Addressee {
  customer: Customer;
  /** By channel: whether the newest fact about it says that the customer agrees; without one nobody has said anything. */
  consents: ReadonlyMap<string, boolean>;
  /** Whether the merchant's customers are written to. */
  live: boolean;
  rules: MessageRules;
  /** The merchant's own words, by occasion. */
  texts: Writing['texts'];
  /** Other notices that count to the caps and that the customer was given lately; none where this one does not. */
  lately: readonly GivenNotice[];
  /** Of the customer's link; null: it has to be made. */
  link: LinkTokens | null;
}

/** Null where there is nobody of that id. */
export async function readAddressee(
  store: Store,
  customerId: string,
  notice: NoticeName,
  now: Instant,
): Promise<Addressee | null> {
  const { merchantId, key } = notice;
  const [customer, told, link, { live, rules, texts }, lately] = await Promise.all([
    store.customers.get(merchantId, customerId),
    store.consents.of(merchantId, customerId),
    store.customerLinks.tokens(merchantId, customerId),
    store.merchants.writing(merchantId),
    countsToCaps(noticeKind(key)) ? givenLately(store, notice, customerId, new Date(now)) : [],
  ]);
  return customer && { customer, consents: newestConsents(told), live, rules, texts, lately, link };
}

/** What the customer has said last of each channel. @param told newest first */
function newestConsents(told: readonly Consent[]): ReadonlyMap<string, boolean> {
  return new Map(told.toReversed().map(({ channel, given: agreed }) => [channel, agreed]));
}

/** A notice that is to be given: to whom, by which program, and why not. */
export interface Giving {
  notice: NoticeName;
  to: Addressee;
  program: Program;
  /** Of the program in force: by its days and hours customers are written to. */
  zone: Zone;
  /** By which it stands somewhere among all that are let go at once. */
  among: string;
  now: Instant;
  gone: GoneReason | null;
}

/**
 * Gives somebody a notice by every channel the program names, as the policy lets each go.
 * @param write the words, or null where there is nothing left to say; asked only where there still is reason for the notice
 */
export async function give(
  deps: ActivityDeps,
  { notice, to, program, zone, among, now, gone }: Giving,
  write: (links: CustomerLinks | null) => RenderedMessage | null,
): Promise<readonly Delivery[]> {
  const { customer, consents, live, rules, lately } = to;
  const kind = noticeKind(notice.key);
  const channels = noticeChannels(kind, program);
  const [{ listed, saidByOwner, unreachable, ninth }, ...gates] = await Promise.all([
    deps.store.suppressions.of(customer.merchantId, customer, new Date(now)),
    ...channels.map((channel) => readGate(deps, pathOf(deps, channel, kind, customer))),
  ]);
  const content = gone === null ? write(await linksIn(deps, to, channels, now)) : null;
  const dispatches = channels.map((channel, place) => {
    const agreed = consents.get(channel);
    return {
      identity: { ...notice, channel },
      customer: spelled(customer, { ninth }),
      content,
      gate: gates[place] ?? null,
      of: {
        ...{ kind, customerId: customer.id, zone, moment: momentOf(among), rules, live },
        gone: gone ?? (content === null ? ('nothing_left' as const) : null),
        consented: agreed === true,
        barriers: new Set([
          ...(agreed === false || saidByOwner.has(channel) ? (['opted_out'] as const) : []),
          ...(listed.has(channel) ? (['suppressed'] as const) : []),
          ...(unreachable.has(channel) ? (['unreachable'] as const) : []),
        ]),
        told: given(lately, true),
      },
    };
  });
  return deliver(deps, dispatches, new Date(now));
}

/** What a message links to; null: none is written that links anywhere. */
async function linksIn(
  { store, mailer, whatsapp, publicUrl }: ActivityDeps,
  { customer, consents, link }: Addressee,
  channels: readonly NoticeChannel[],
  now: Instant,
): Promise<CustomerLinks | null> {
  const linking = { email: mailer !== null, whatsapp: whatsapp?.pageButton === true };
  const written = channels.some(
    (channel) => linking[channel] && consents.get(channel) !== false && addressOf(customer, channel) !== null,
  );
  if (!written) return null;
  const { merchantId, id } = customer;
  const { page, optOut } = link ?? (await store.customerLinks.make(merchantId, id, new Date(now)));
  return { optOut: `${publicUrl}/u/${optOut}`, page: `${publicUrl}/c/${page}`, pageToken: page };
}
