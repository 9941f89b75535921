import { bookAt, entriesDue, firstUsableMoment, localDate, vouchersAt, walletView } from '../../loyalty';
import type {
  Instant,
  LocalDate,
  LocalMoment,
  Program,
  VoucherView,
  Wallet,
  WalletView,
} from '../../loyalty';
import { addressOf, CONSENT_CHANNELS, firstName, isForgotten } from '../../store';
import type { Consent, ConsentChannel, Customer, LinkOwner, Store } from '../../store';
import { entryText, movedAmount } from '../ledger';
import { DEFAULT_ZONE } from '../program';
import type { PageQuery } from './page-query';

/** Movements on a page. */
const LINES = 12;

/** By a channel the customer is written to, is not and can change that, or is not and cannot change it here. */
/** `refused_there`: whoever holds the phone has said so on it, and whoever reads this page may be somebody else. */
export type Preference = 'receives' | 'refuses' | 'refused_there' | 'no_address' | 'listed';

/** What customers see of themselves: nothing that names them but the first name. */
export interface OwnPage {
  /** As whom the merchant writes. */
  name: string;
  firstName: string | null;
  program: Program | null;
  preferences: Readonly<Record<ConsentChannel, Preference>>;
  /** Null: the merchant is not served at the moment. */
  benefits: OwnBenefits | null;
}

/** What somebody has, as the clock has it. */
export interface OwnBenefits extends Pick<WalletView, 'cashback' | 'points' | 'expirations'> {
  /** When what is held back can be used, soonest first. */
  pending: { from: LocalMoment; cents: number; points: number }[];
  /** Those that can still be used, now or later: what can be used now and ends first comes first. */
  vouchers: VoucherView[];
  statement: { lines: { date: LocalDate; text: string }[]; next: number | null };
  /** The date of today where the program is. */
  today: LocalDate;
}

/** What the owner of a link sees; null: there is nothing to be shown by it. */
export async function readOwnPage(
  store: Store,
  { merchantId, customerId, former }: LinkOwner,
  query: PageQuery,
  now: Instant,
): Promise<OwnPage | null> {
  if (former) return null;
  const [customer, merchant, inForce] = await Promise.all([
    store.customers.current(merchantId, customerId),
    store.merchants.get(merchantId),
    store.programs.current(merchantId),
  ]);
  if (!customer || isForgotten(customer) || !merchant) return null;
  const program = inForce?.program ?? null;
  const zone = program?.timezone ?? DEFAULT_ZONE;
  const [preferences, benefits] = await Promise.all([
    preferencesOf(store, customer),
    merchant.suspendedAt ? null : benefitsOf(store, customer, { query, zone, now }),
  ]);
  const name = program?.name ?? merchant.name;
  return { name, firstName: firstName(customer), program, preferences, benefits };
}

/** What a customer is written by, and what they can change of it. */
export async function preferencesOf(store: Store, customer: Customer): Promise<OwnPage['preferences']> {
  const { merchantId, id } = customer;
  const [told, { listed, saidByOwner }, { rules }] = await Promise.all([
    store.consents.of(merchantId, id),
    store.suppressions.of(merchantId, customer),
    store.merchants.writing(merchantId),
  ]);
  const of = (channel: ConsentChannel): Preference => {
    if (listed.has(channel)) return 'listed';
    if (addressOf(customer, channel) === null) return 'no_address';
    const said = told.find((one) => one.channel === channel);
    const agrees = said?.given ?? rules.basis !== 'opt_in';
    if (agrees && !saidByOwner.has(channel)) return 'receives';
    return isFromPhone(said) ? 'refused_there' : 'refuses';
  };
  return Object.fromEntries(CONSENT_CHANNELS.map((channel) => [channel, of(channel)])) as Record<
    ConsentChannel,
    Preference
  >;
}

function isFromPhone(said: Consent | undefined): boolean {
  return said?.given === false && (said.source === 'whatsapp' || said.source === 'meta');
}

async function benefitsOf(
  store: Store,
  { merchantId, id }: Customer,
  { query: { before }, zone, now }: { query: PageQuery; zone: string; now: Instant },
): Promise<OwnBenefits | null> {
  const page = { limit: LINES + 1, ...(before === null ? {} : { before }) };
  const [wallet, lines] = await Promise.all([
    store.wallets.read(merchantId, id, { vouchers: true }),
    store.ledger.statement(merchantId, id, page),
  ]);
  if (!wallet) return null;
  const { cashback, points, expirations } = walletView(wallet, now);
  // What the clock has decided since the last movement has no number yet.
  const due = before === null ? entriesDue(wallet, now).slice(-LINES).reverse() : [];
  const shown = lines.slice(0, LINES);
  return {
    ...{ cashback, points, expirations },
    pending: pendingIn(wallet, now),
    vouchers: usableVouchers(wallet, now),
    statement: {
      lines: [...due, ...shown].map((entry) => ({
        date: localDate(entry.at, zone),
        text: entryText(entry, movedAmount(entry)),
      })),
      next: lines.length > LINES ? shown.at(-1)!.seq : null,
    },
    today: localDate(now, zone),
  };
}

function pendingIn(wallet: Wallet, now: Instant): OwnBenefits['pending'] {
  const byMoment = new Map<LocalMoment, OwnBenefits['pending'][number]>();
  for (const { type, buckets, activatesAt, zone } of bookAt(wallet, now).wallet.lots) {
    if (type === 'voucher' || buckets.pending === 0) continue;
    const from = firstUsableMoment(activatesAt, zone);
    const line = byMoment.get(from) ?? { from, cents: 0, points: 0 };
    if (type === 'cashback') line.cents += buckets.pending;
    else line.points += buckets.pending;
    byMoment.set(from, line);
  }
  return [...byMoment.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** After every date. */
const NEVER = '9';
const ORDER = ['active', 'reserved', 'pending'];

function usableVouchers(wallet: Wallet, now: Instant): VoucherView[] {
  const place = ({ state, expiresOn }: VoucherView): string => `${ORDER.indexOf(state)}${expiresOn ?? NEVER}`;
  return vouchersAt(wallet, now)
    .filter(({ state }) => ORDER.includes(state))
    .sort((a, b) => (place(a) < place(b) ? -1 : 1));
}
