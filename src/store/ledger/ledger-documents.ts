import type { Entry, Grant, Lot, Redemption } from '../../loyalty';
import { isOpen, refKey } from '../../loyalty';
import type { UnchainedEntry } from './chain';
import type { Attestation, EntryDoc } from './entry-model';
import type { GrantDoc } from './grant-model';
import type { LotDoc } from './lot-model';
import type { RedemptionDoc } from './redemption-model';

const date = (at: number | null): Date | null => (at === null ? null : new Date(at));

/** The pure core counts milliseconds, MongoDB keeps dates: these functions are the only place where one becomes the other. */
export function toLot(doc: LotDoc): Lot {
  const {
    _id,
    merchantId: _merchant,
    open: _open,
    version: _version,
    createdAt,
    activatesAt,
    expiresAt,
    fairUntil,
    buckets,
    ...rest
  } = doc;
  return {
    ...rest,
    id: _id,
    buckets: { ...buckets },
    createdAt: createdAt.getTime(),
    activatesAt: activatesAt.getTime(),
    expiresAt: expiresAt?.getTime() ?? null,
    ...(fairUntil ? { fairUntil: fairUntil.getTime() } : {}),
  };
}

/** @param version the version at which it will be stored */
export function fromLot(merchantId: string, lot: Lot, version: number): LotDoc {
  const { id, createdAt, activatesAt, expiresAt, fairUntil, ...rest } = lot;
  return {
    ...rest,
    _id: id,
    merchantId,
    createdAt: new Date(createdAt),
    activatesAt: new Date(activatesAt),
    expiresAt: date(expiresAt),
    ...(fairUntil === undefined ? {} : { fairUntil: new Date(fairUntil) }),
    open: isOpen(lot),
    version,
  };
}

export function toRedemption(doc: RedemptionDoc): Redemption {
  const { _id, merchantId: _merchant, saleKey: _key, voucherCode: _code, unwoken: _unwoken, ...fields } = doc;
  const { reservedAt, reservedUntil, confirmedAt, closedAt, saleId, useNumber, ...rest } = fields;
  return {
    ...rest,
    id: _id,
    saleId: saleId ?? null,
    useNumber: useNumber ?? null,
    reservedAt: reservedAt.getTime(),
    reservedUntil: reservedUntil.getTime(),
    confirmedAt: confirmedAt?.getTime() ?? null,
    closedAt: closedAt?.getTime() ?? null,
  };
}

export function fromRedemption(merchantId: string, redemption: Redemption): RedemptionDoc {
  const { id, reservedAt, reservedUntil, confirmedAt, closedAt, ...rest } = redemption;
  return {
    ...rest,
    _id: id,
    merchantId,
    reservedAt: new Date(reservedAt),
    reservedUntil: new Date(reservedUntil),
    confirmedAt: date(confirmedAt),
    closedAt: date(closedAt),
    ...(rest.saleRef === null ? {} : { saleKey: refKey(rest.saleRef) }),
  };
}

export function toGrant({ _id, merchantId: _merchant, ...grant }: GrantDoc): Grant {
  return grant;
}

export function fromGrant(merchantId: string, grant: Grant): GrantDoc {
  return { ...grant, _id: grantId(grant), merchantId };
}

/** The `_id` of a grant: one for each sale, rule, type and customer. */
export function grantId({ saleId, ruleId, type, customerId }: Grant): string {
  return `${saleId}/${ruleId}/${type}/${customerId}`;
}

export function toEntry(doc: EntryDoc): Entry {
  const { key, type, benefit, customerId, at, cause, programVersion, ruleId, moves, debt } = doc;
  return { key, type, benefit, customerId, at: at.getTime(), cause, programVersion, ruleId, moves, debt };
}

/** @param saleOfLot the sale that earned a lot, by lot id */
export function fromEntry(
  merchantId: string,
  entry: Entry,
  place: {
    seq: number;
    recordedAt: Date;
    saleOfLot: (lotId: string) => string | null;
    attests: Attestation[];
  },
): UnchainedEntry {
  const sales = new Set(
    entry.moves.map(({ lotId }) => place.saleOfLot(lotId)).filter((saleId) => saleId !== null),
  );
  if (entry.cause.saleId) sales.add(entry.cause.saleId);
  return {
    ...entry,
    _id: `${merchantId}/${entry.key}`,
    merchantId,
    seq: place.seq,
    at: new Date(entry.at),
    recordedAt: place.recordedAt,
    saleIds: [...sales],
    attests: place.attests,
  };
}
