import { hasTurned } from '../../../src/loyalty';
import type { Instant, Sale, SaleStatus } from '../../../src/loyalty';
import type {
  Audit,
  Authorizations,
  CallStops,
  Consents,
  CustomerLinks,
  CounterAttempts,
  Customer,
  Customers,
  DeliveryReport,
  Idempotency,
  Ledger,
  Limits,
  Lockouts,
  Merges,
  Messages,
  People,
  Programs,
  Redemptions,
  Reports,
  Reviews,
  Sales,
  Sessions,
  Shops,
  Store,
  VoucherAttempts,
  Wallets,
} from '../../../src/store';
import { saleOrder } from '../../../src/store';
import { NOW } from '../builders';
import { limitsIn, merchantsIn, peopleIn, secondFactorsIn, sessionsIn } from './access';
import { watch } from './watch';
import { auditIn, linksIn, shopsIn } from './access-rooms';
import { alertsIn } from './alerts';
import { authorizationsIn } from './authorizations';
import { idempotencyIn } from './idempotency';
import { mergesIn, reviewsIn } from './merging';
import { messagesIn } from './messages';
import { consentsIn } from './consents';
import { customerLinksIn, foundIn, reachedIn, suppressionsIn } from './customer-links';
import { sendPausesIn } from './send-pauses';
import { connectionsIn } from './connections';
import { reconciliationsIn } from './reconciliations';
import { importRoomsIn } from './contact-imports';
import type { ImportRooms } from './contact-imports';
import { programsIn } from './programs';
import { recordIn } from './recording';

import { counterAttemptsIn } from './counter-attempts';
import { attemptsIn, lockoutsIn, walletsIn } from './voucher-rooms';
import { reportsIn } from './reports';
import { whatIfIn } from './what-if';
import type { WhatIf } from './what-if';
import type { Holdings } from './holdings';

/** The part of the store the API uses, in memory. */
export interface FakeStore {
  store: Store;
  holds: Holdings;
  /** `room.method` of every call, in order. */
  asked: string[];
  /** Errors to throw, by `room.method`. */
  fails: Map<string, Error>;
  reports: DeliveryReport[];
}

type UsedStore = WhatIf &
  ImportRooms & {
    merchants: ReturnType<typeof merchantsIn>;
    people: People;
    sessions: Sessions;
    limits: Limits;
    secondFactors: ReturnType<typeof secondFactorsIn>;
    connections: ReturnType<typeof connectionsIn>;
    callStops: CallStops;
    reconciliations: ReturnType<typeof reconciliationsIn>;
    authorizations: Authorizations;
    programs: Pick<Programs, 'current' | 'list' | 'publish' | 'version'>;
    customers: Pick<
      Customers,
      'current' | 'get' | 'some' | 'search' | 'reachedBy' | 'identify' | 'setSegments'
    >;
    consents: Consents;
    customerLinks: CustomerLinks;
    followUpPlans: Pick<Store['followUpPlans'], 'changed'>;
    suppressions: ReturnType<typeof suppressionsIn>;
    sendPauses: Store['sendPauses'];
    sales: Pick<Sales, 'get' | 'find' | 'list' | 'countOf' | 'record' | 'takeClaim' | 'dropClaim'>;
    wallets: Pick<Wallets, 'read' | 'readOpen' | 'voucher' | 'vouchers'>;
    ledger: Pick<Ledger, 'statement' | 'entriesOfSale' | 'outstanding' | 'verify'>;
    redemptions: Pick<Redemptions, 'get' | 'some'>;
    messages: Pick<
      Messages,
      'get' | 'list' | 'ofSale' | 'report' | 'recipientOf' | 'customersOf' | 'untoldOf' | 'told'
    >;
    idempotency: Idempotency;
    alerts: ReturnType<typeof alertsIn>;
    merges: Merges;
    reports: Reports;
    reviews: Reviews;
    lockouts: Lockouts;
    audit: Audit;
    links: Store['links'];
    shops: Shops;
    voucherAttempts: VoucherAttempts;
    counterAttempts: CounterAttempts;
    engine: Pick<Store, 'ping'>;
  };

/** A store that answers from `holds`, remembers what it was asked, and fails when told to. */
export function createFakeStore(holds: Holdings): FakeStore {
  const asked: string[] = [];
  const fails = new Map<string, Error>();
  const reports: DeliveryReport[] = [];
  const whatIf = whatIfIn(holds);
  const rooms: UsedStore = {
    merchants: merchantsIn(holds),
    people: peopleIn(holds),
    sessions: sessionsIn(holds),
    limits: limitsIn(),
    secondFactors: secondFactorsIn(holds),
    connections: connectionsIn(holds),
    reconciliations: reconciliationsIn(holds),
    callStops: { of: () => Promise.resolve(holds.callStops) },
    authorizations: authorizationsIn(),
    programs: programsIn(holds),
    customers: {
      ...whatIf.customers,
      get: (merchantId, id) => Promise.resolve(ofMerchant(holds.customers, merchantId, id)),
      current: (merchantId, id) => {
        const known = ofMerchant(holds.customers, merchantId, id);
        return Promise.resolve(
          known && (ofMerchant(holds.customers, merchantId, known.mergedInto ?? '') ?? known),
        );
      },
      identify: (_merchantId, contact) => {
        const known = holds.customers.find((one) => one.name === contact.name);
        const changed = known && contact.emails.some((one) => !known.emails.includes(one)) ? ['emails'] : [];
        const others = { merge: known ? sameDocument(holds.customers, known) : [], review: [] };
        return Promise.resolve({ customerId: known?.id ?? 'cus_new', created: !known, changed, others });
      },
      some: (merchantId, ids) =>
        Promise.resolve(
          new Map(
            ids.flatMap((id) => {
              const known = ofMerchant(holds.customers, merchantId, id);
              return known ? [[id, known] as const] : [];
            }),
          ),
        ),
      setSegments: (merchantId, id, segments) => {
        const known = ofMerchant(holds.customers, merchantId, id);
        if (known) Object.assign(known, { segments: [...segments] });
        return Promise.resolve(known !== null);
      },
      reachedBy: reachedIn(holds),
      search: foundIn(holds),
    },
    consents: consentsIn(holds),
    customerLinks: customerLinksIn(holds),
    followUpPlans: { changed: () => Promise.resolve() },
    suppressions: suppressionsIn(holds),
    sendPauses: sendPausesIn(holds),
    sales: salesIn(holds),
    wallets: { ...whatIf.wallets, ...walletsIn(holds) },
    simulations: whatIf.simulations,
    ledger: {
      ...whatIf.ledger,
      statement: (_merchantId, customerId, { before = Infinity, limit }) =>
        Promise.resolve(
          holds.entries
            .filter((entry) => entry.customerId === customerId && entry.seq < before)
            .sort((a, b) => b.seq - a.seq)
            .slice(0, limit),
        ),
      entriesOfSale: () => Promise.resolve(holds.entries),
      outstanding: () => {
        const none = { cents: 0, points: 0 };
        return Promise.resolve({ active: none, pending: none, reserved: none, debt: none });
      },
      verify: () => Promise.resolve(holds.verification),
    },
    redemptions: {
      ...whatIf.redemptions,
      get: (merchantId, id) => Promise.resolve(ofMerchant(holds.redemptions, merchantId, id)),
      some: (merchantId, ids) =>
        Promise.resolve(
          holds.redemptions.filter((one) => one.merchantId === merchantId && ids.includes(one.id)),
        ),
    },
    messages: {
      ...messagesIn(holds),
      report: (some) => {
        reports.push(...some);
        return Promise.resolve();
      },
      recipientOf: ({ messageId }) =>
        Promise.resolve(holds.messages.find(({ id }) => id === messageId) ?? null),
      customersOf: (merchantId, user) =>
        Promise.resolve(
          holds.messages.flatMap((one) =>
            one.merchantId === merchantId && one.user === user ? [one.customerId] : [],
          ),
        ),
      untoldOf: () => Promise.resolve(holds.messages.filter(({ untold }) => untold)),
      told: ({ id }) => Promise.resolve(void delete holds.messages.find((one) => one.id === id)!.untold),
    },
    idempotency: idempotencyIn(),
    ...importRoomsIn(holds),
    alerts: alertsIn(holds),
    merges: mergesIn(holds),
    reports: reportsIn(holds.reports),
    reviews: reviewsIn(holds),
    lockouts: lockoutsIn(),
    audit: auditIn(holds),
    links: linksIn(holds),
    shops: shopsIn(holds),
    voucherAttempts: attemptsIn(holds.attempts),
    counterAttempts: counterAttemptsIn(holds),
    engine: { ping: () => Promise.resolve() },
  };
  const watched = watch(rooms, asked, fails);
  const clock = { read: () => Promise.resolve({ now: NOW, skewMs: holds.skewMs }), estimate: () => NOW };
  return {
    store: { ...watched, clock, ping: () => watched.engine.ping() } as unknown as Store,
    holds,
    asked,
    fails,
    reports,
  };
}

function ofMerchant<T extends { merchantId: string; id: string }>(
  all: T[],
  merchantId: string,
  id: string,
): T | null {
  return all.find((one) => one.merchantId === merchantId && one.id === id) ?? null;
}

/** Other records that a document proves to be of the same person. */
function sameDocument(customers: Customer[], known: Customer): string[] {
  return customers
    .filter((one) => one !== known && !one.mergedInto && one.document !== null)
    .filter((one) => one.merchantId === known.merchantId && one.document?.value === known.document?.value)
    .map(({ id }) => id);
}

function salesIn({ sales }: Holdings): UsedStore['sales'] {
  const claimed = new Map<string, string>();
  return {
    takeClaim(_merchantId, saleId, callId) {
      const taken = (claimed.get(saleId) ?? callId) !== callId;
      if (!taken) claimed.set(saleId, callId);
      return Promise.resolve(!taken);
    },
    dropClaim(_merchantId, saleId) {
      claimed.delete(saleId);
      return Promise.resolve();
    },
    get: (merchantId, id) => Promise.resolve(ofMerchant(sales, merchantId, id)),
    countOf: (merchantId, customerId, most) =>
      Promise.resolve(
        Math.min(
          most,
          sales.filter((one) => one.merchantId === merchantId && one.owner.customerId === customerId).length,
        ),
      ),
    find: ({ merchantId, channel, externalId }) =>
      Promise.resolve(
        sales.find(
          (one) =>
            one.merchantId === merchantId &&
            one.source.channel === channel &&
            one.source.externalId === externalId,
        ) ?? null,
      ),
    record: (merchantId, posted, zone, now) =>
      Promise.resolve(recordIn(sales, merchantId, posted, zone, now)),
    list: (merchantId, { before, beforeId, limit, ...filter }) => {
      const { customerId, statuses, asOf, number, soldFrom, soldBefore, parkedFor, stores } = filter;
      const statusOf = ({ benefit }: Sale): SaleStatus =>
        asOf && hasTurned({ benefit }, asOf.getTime()) ? benefit.turnsTo! : benefit.status;
      const placeOf = (one: (typeof sales)[number]): string =>
        place(saleOrder(filter) === 'soldAt' ? one.content.soldAt! : one.createdAt, one.id);
      return Promise.resolve(
        sales
          .filter(
            (one) =>
              one.merchantId === merchantId &&
              (customerId === undefined || one.owner.customerId === customerId) &&
              (statuses === undefined || statuses.includes(statusOf(one))) &&
              (number === undefined || one.source.number === number) &&
              (stores === undefined || stores.includes(one.content.storeId)) &&
              (parkedFor === undefined || one.source.parked?.connectionId === parkedFor) &&
              (soldFrom === undefined || Number(one.content.soldAt) >= soldFrom.getTime()) &&
              (soldBefore === undefined || Number(one.content.soldAt) < soldBefore.getTime()),
          )
          .filter((one) => before === undefined || placeOf(one) < place(before, beforeId))
          .sort((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1))
          .slice(0, limit),
      );
    },
  };
}

/** Where a sale stands in a list: by the instant, then by id. */
function place(at: Instant | Date, id = ''): string {
  return `${new Date(at).toISOString()}/${id}`;
}
