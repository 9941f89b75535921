import type {
  Instant,
  SaleBenefit,
  SaleNotices,
  SaleOwner,
  SalePatch,
  SalePurchase,
  SaleSource,
  SoldContent,
} from '../../loyalty';
import type { Dated, SaleDoc } from './sale-model';

/** How the document keeps one field of a sale: under which name, and in which form. */
export interface StoredField<Value> {
  name: keyof SaleDoc;
  read(doc: SaleDoc): Value;
  write(value: Value): unknown;
}

type StoredPart<Part> = { [Field in keyof Part]-?: StoredField<Part[Field]> };

/** How the document keeps each field of each part of a sale. */
export type StoredParts = { [Part in keyof SalePatch]-?: StoredPart<Required<SalePatch>[Part]> };

/** Kept as it is. `lacking` is what a document says that is older than the field. */
function same<Name extends keyof SaleDoc>(name: Name, lacking?: SaleDoc[Name]): StoredField<SaleDoc[Name]> {
  return {
    name,
    read: (doc) => (doc[name] === undefined && lacking !== undefined ? lacking : doc[name]),
    write: (value) => value,
  };
}

type DateField = {
  [Name in keyof SaleDoc]-?: SaleDoc[Name] extends Date | null | undefined ? Name : never;
}[keyof SaleDoc];

/** An instant, kept as a date. */
function date(name: DateField): StoredField<Instant | null> {
  return {
    name,
    read: (doc) => doc[name]?.getTime() ?? null,
    write: (value: Instant | null | undefined) => (value == null ? null : new Date(value)),
  };
}

type ListField = 'evidence' | 'returns' | 'postponed' | 'timeline';

/** What happened at instants, kept with dates. A document older than the field has none. */
function dated<Item extends { at: Instant }>(name: ListField): StoredField<Item[]> {
  return {
    name,
    read: (doc) => ((doc[name] ?? []) as unknown as Dated<Item>[]).map((item) => fromDated<Item>(item)),
    write: (items) => items.map(toDated),
  };
}

/** The same with a date; the order of its fields stays. */
export function toDated<Item extends { at: Instant }>(item: Item): Dated<Item> {
  return { ...item, at: new Date(item.at) };
}

/** The same with an instant; the order of its fields stays. */
export function fromDated<Item extends { at: Instant }>(item: Dated<Item>): Item {
  return { ...item, at: item.at.getTime() } as unknown as Item;
}

const parked: StoredField<SaleSource['parked']> = {
  name: 'parked',
  read({ parked: kept }) {
    if (!kept) return null;
    const { rejected, ...value } = kept;
    return { ...value, ...(rejected ? { reason: 'rejected' } : {}), since: kept.since.getTime() };
  },
  // Earlier versions stumble over a reason that they do not know.
  write(value) {
    if (!value) return null;
    const known =
      value.reason === 'rejected' ? { reason: 'forbidden' as const, rejected: true as const } : {};
    return { ...value, ...known, since: new Date(value.since) };
  },
};

const source: StoredPart<SaleSource> = {
  channel: same('channel'),
  externalId: same('externalId'),
  connectionId: same('connectionId'),
  number: same('number'),
  marketplaceNumber: same('marketplaceNumber', null),
  invoiceNumber: same('invoiceNumber', null),
  accessKey: same('accessKey', null),
  erpNumber: same('erpNumber', null),
  invoiceId: { name: 'invoiceId', read: (doc) => doc.invoiceId ?? null, write: (id) => id },
  refs: same('refs'),
  status: same('sourceStatus'),
  refusal: same('refusal'),
  lateness: { name: 'lateness', read: (doc) => doc.lateness ?? null, write: (lateness) => lateness },
  contactId: same('contactId'),
  completedAt: date('completedAt'),
  readAt: date('readAt'),
  parked,
};

const content: StoredPart<SoldContent> = {
  storeId: same('storeId'),
  zone: same('zone'),
  soldAt: date('soldAt'),
  totalCents: same('totalCents'),
  freightCents: same('freightCents'),
  otherExpensesCents: same('otherExpensesCents'),
  discountCents: same('discountCents'),
  items: same('items'),
};

const owner: StoredPart<SaleOwner> = {
  customerId: same('customerId'),
  identifiedBy: same('identifiedBy'),
  claimedAt: date('claimedAt'),
  claimCall: same('claimCall'),
  claimRequest: same('claimRequest', null),
};

const purchase: StoredPart<SalePurchase> = {
  duplicateOf: same('duplicateOf', null),
  reviewId: same('heldFor', null),
  tellings: dated('evidence'),
  comparedAs: same('matchedAs', null),
  returns: dated('returns'),
  returnedCents: same('returnedCents'),
};

const benefit: StoredPart<SaleBenefit> = {
  programVersion: same('programVersion'),
  pinned: same('pinned'),
  formerPins: { name: 'formerPins', read: (doc) => doc.formerPins ?? [], write: (pins) => pins },
  usesFoundBy: { name: 'usesFoundBy', read: (doc) => doc.usesFoundBy ?? null, write: (marks) => marks },
  evaluated: same('evaluated'),
  explanation: same('explanation'),
  status: same('status'),
  earnedCents: same('earnedCents'),
  earnedPoints: same('earnedPoints'),
  earnedVouchers: same('earnedVouchers'),
  activatesAt: date('activatesAt'),
  expiresAt: date('expiresAt'),
  nextAt: date('nextAt'),
  turnsAt: date('turnsAt'),
  turnsTo: { name: 'turnsTo', read: (doc) => doc.turnsTo ?? null, write: (status) => status ?? null },
  refundedCents: same('refundedCents'),
  voided: same('voided'),
};

const notices: StoredPart<SaleNotices> = {
  silent: same('silent', false),
  given: same('told'),
  postponed: dated('postponed'),
};

/** Every field of a sale that can change, part by part. */
export const STORED_PARTS: StoredParts = { source, content, owner, purchase, benefit, notices };
