import {
  bookAt,
  entriesDue,
  firstUsableMoment,
  lastUsableMoment,
  localDate,
  vouchersAt,
  walletView,
} from '../../loyalty';
import type {
  Entry,
  Instant,
  LocalDate,
  LocalMoment,
  Lot,
  Program,
  VoucherView,
  Wallet,
  WalletView,
} from '../../loyalty';
import { addressOf, CONSENT_CHANNELS, firstName, isForgotten, programByNow } from '../../store';
import type { Consent, ConsentChannel, Customer, LinkOwner, StatementLine, Store } from '../../store';
import { entryText, movedAmount } from '../ledger';
import { DEFAULT_ZONE } from '../program';
import type { PageQuery } from './page-query';

/** Movements on a page. */
const LINES = 12;

/**
 * By a channel the customer is written to, is not and can change that, or is not and cannot change it here. `unreachable`: nothing goes, as
 * what was sent last did not arrive. `refused_there`: whoever holds the phone has said so on it, and whoever reads this page may be somebody
 * else.
 */
export type Preference = 'receives' | 'refuses' | 'unreachable' | 'refused_there' | 'no_address' | 'listed';

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

/** So much, until or from a moment. */
export interface DatedAmount {
  at: LocalMoment;
  cents: number;
  points: number;
}

/** A voucher that can still be used, and from when and until when: null: for ever. */
export interface OwnVoucher extends VoucherView {
  usableFrom: LocalMoment;
  usableUntil: LocalMoment | null;
}

/** A movement in words. */
export interface StatementText {
  date: LocalDate;
  text: string;
}

/** What somebody has, as the clock has it. */
export interface OwnBenefits extends Pick<WalletView, 'cashback' | 'points'> {
  /** Until when what can be used now can be, soonest first; what never ends is left out. */
  ending: DatedAmount[];
  /** When what is held back can be used, soonest first. */
  pending: DatedAmount[];
  /** Those that can still be used, now or later: what can be used now and ends first comes first. */
  vouchers: OwnVoucher[];
  /** Newest first: what the clock has decided and nobody has written down yet, and how much more of it there is; then what is kept. */
  statement: { due: { lines: StatementText[]; more: number }; kept: StatementText[]; next: number | null };
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
  const program = inForce && programByNow(inForce);
  const zone = program?.timezone ?? DEFAULT_ZONE;
  const [preferences, benefits] = await Promise.all([
    preferencesOf(store, customer, now),
    merchant.suspendedAt ? null : benefitsOf(store, customer, { query, zone, now }),
  ]);
  const name = program?.name ?? merchant.name;
  return { name, firstName: firstName(customer), program, preferences, benefits };
}

/** What a customer is written by, and what they can change of it. */
export async function preferencesOf(
  store: Store,
  customer: Customer,
  now: Instant,
): Promise<OwnPage['preferences']> {
  const { merchantId, id } = customer;
  const [told, { listed, saidByOwner, unreachable }, { rules }] = await Promise.all([
    store.consents.of(merchantId, id),
    store.suppressions.of(merchantId, customer, new Date(now)),
    store.merchants.writing(merchantId),
  ]);
  const of = (channel: ConsentChannel): Preference => {
    if (listed.has(channel)) return 'listed';
    if (addressOf(customer, channel) === null) return 'no_address';
    const said = told.find((one) => one.channel === channel);
    const agrees = said?.given ?? rules.basis !== 'opt_in';
    if (agrees && !saidByOwner.has(channel)) return unreachable.has(channel) ? 'unreachable' : 'receives';
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
  // What is open is all that can be used: a long history costs no more than a short one.
  const [wallet, lines] = await Promise.all([
    store.wallets.read(merchantId, id),
    movementsOf(store, merchantId, id, before),
  ]);
  if (!wallet) return null;
  const { cashback, points } = walletView(wallet, now);
  const { lots } = bookAt(wallet, now).wallet;
  // What the clock has decided since the last movement has no number yet.
  const due = before === null ? entriesDue(wallet, now).reverse() : [];
  const kept = lines.slice(0, LINES);
  const told = (entry: Entry): StatementText => ({
    date: localDate(entry.at, zone),
    text: entryText(entry, movedAmount(entry)),
  });
  return {
    ...{ cashback, points },
    ending: endingIn(lots),
    pending: pendingIn(lots),
    vouchers: usableVouchers(wallet, now),
    statement: {
      due: { lines: due.slice(0, LINES).map(told), more: Math.max(0, due.length - LINES) },
      kept: kept.map(told),
      next: lines.length > LINES ? kept.at(-1)!.seq : null,
    },
    today: localDate(now, zone),
  };
}

/** A page of movements, and one more where there are more. That an end stays as it was told is none to whose it is. */
async function movementsOf(
  { ledger }: Store,
  merchantId: string,
  customerId: string,
  before: number | null,
): Promise<StatementLine[]> {
  const found: StatementLine[] = [];
  for (let place = before; ;) {
    const page = { limit: LINES + 1, ...(place === null ? {} : { before: place }) };
    const lines = await ledger.statement(merchantId, customerId, page);
    found.push(...lines.filter(({ type }) => type !== 'REMIND'));
    if (found.length > LINES || lines.length <= LINES) return found.slice(0, LINES + 1);
    place = lines.at(-1)!.seq;
  }
}

function endingIn(lots: readonly Lot[]): DatedAmount[] {
  const ends = lots.filter(({ buckets, expiresAt }) => buckets.active > 0 && expiresAt !== null);
  return dated(
    ends.sort((one, other) => one.expiresAt! - other.expiresAt!),
    ({ buckets, expiresAt, zone }) => [lastUsableMoment(expiresAt!, zone), buckets.active],
  );
}

function pendingIn(lots: readonly Lot[]): DatedAmount[] {
  const coming = lots.filter(({ buckets }) => buckets.pending > 0);
  return dated(
    coming.sort((one, other) => one.activatesAt - other.activatesAt),
    ({ buckets, activatesAt, zone }) => [firstUsableMoment(activatesAt, zone), buckets.pending],
  );
}

/** Sums what lies in balances by moment, in the order of the lots. */
function dated(lots: readonly Lot[], of: (lot: Lot) => [LocalMoment, number]): DatedAmount[] {
  const byMoment = new Map<LocalMoment, DatedAmount>();
  for (const lot of lots) {
    if (lot.type === 'voucher') continue;
    const [at, amount] = of(lot);
    const line = byMoment.get(at) ?? { at, cents: 0, points: 0 };
    if (lot.type === 'cashback') line.cents += amount;
    else line.points += amount;
    byMoment.set(at, line);
  }
  return [...byMoment.values()];
}

const ORDER = ['active', 'reserved', 'pending'];

function usableVouchers(wallet: Wallet, now: Instant): OwnVoucher[] {
  const lotOf = new Map(wallet.lots.map((lot) => [lot.voucher?.code, lot]));
  const end = ({ code }: VoucherView): number => lotOf.get(code)!.expiresAt ?? Number.POSITIVE_INFINITY;
  const place = ({ state }: VoucherView): number => ORDER.indexOf(state);
  return vouchersAt(wallet, now)
    .filter(({ state }) => ORDER.includes(state))
    .sort((a, b) => place(a) - place(b) || Math.sign(end(a) - end(b)) || 0)
    .map((voucher) => {
      const { activatesAt, expiresAt, zone } = lotOf.get(voucher.code)!;
      const usableUntil = expiresAt === null ? null : lastUsableMoment(expiresAt, zone);
      return { ...voucher, usableFrom: firstUsableMoment(activatesAt, zone), usableUntil };
    });
}
