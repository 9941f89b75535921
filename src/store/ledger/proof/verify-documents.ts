import type { LedgerProblem } from '../../../loyalty';
import { isOpen } from '../../../loyalty';
import {
  grantDigest,
  grantId,
  lotDigest,
  redemptionDigest,
  redemptionTermsDigest,
  toGrant,
  toLot,
  toRedemption,
  voucherCodeId,
} from '..';
import type { LotDoc, RedemptionDoc } from '..';
import { mergeRecord } from '../../customer';
import { attestationProblems, attestedState } from './attested';
import type { Attested, AttestedState } from './attested';
import type { StoredCustomer } from './stored-customer';
import { walletProblems } from './verify-wallet';

/** Whether what documents carry besides the core's own fields is right: ids, flags that queries rely on, attested terms. */
export function documentProblems(stored: StoredCustomer): LedgerProblem[] {
  const state = attestedState(stored.entries, stored.attestations);
  return [
    ...attestationProblems(stored),
    ...stored.lots.flatMap((lot) => lotProblems(lot, stored, state)),
    ...stored.redemptions.flatMap((redemption) => redemptionProblems(redemption, stored, state)),
    ...recordProblems(stored, state),
    ...walletProblems(stored),
    ...stored.grants
      .filter((grant) => grant._id !== grantId(grant))
      .map((grant) => ({ subject: grant._id, problem: `is the account ${grantId(grant)}` })),
  ];
}

function lotProblems(
  doc: LotDoc,
  { voucherCodes }: StoredCustomer,
  { terms }: AttestedState,
): LedgerProblem[] {
  const lot = toLot(doc);
  const attested = terms.lot.get(lot.id);
  return [
    ...(attested
      ? unlessSame(attested, lotDigest(lot), (by) => `its dates or terms are not those that ${by} left`)
      : ['nothing says that it was ever made']),
    ...(doc.open === isOpen(lot) ? [] : [`is marked ${doc.open ? 'open' : 'closed'}, and is not`]),
    ...(lot.voucher === null || codeNames(doc, lot.voucher.code, voucherCodes)
      ? []
      : ['its code does not lead to it']),
  ].map((problem) => ({ subject: doc._id, problem }));
}

/** A voucher is found by its code: what is stored under the code names the voucher, and the merchant. */
function codeNames(
  { _id, merchantId }: LotDoc,
  code: string,
  codes: StoredCustomer['voucherCodes'],
): boolean {
  return codes.some(
    (known) =>
      known._id === voucherCodeId(merchantId, code) && known.lotId === _id && known.merchantId === merchantId,
  );
}

/** A redemption is as the last entry or attestation left it; of old ones only the terms were attested. */
function redemptionProblems(
  doc: RedemptionDoc,
  { lots }: StoredCustomer,
  { terms, records, whole }: AttestedState,
): LedgerProblem[] {
  const redemption = toRedemption(doc);
  const drawn = lots.find(({ _id }) => _id === redemption.draws[0]?.lotId);
  const code = redemption.type === 'voucher' ? (drawn?.voucher?.code ?? null) : null;
  const record = records.redemption.get(doc._id);
  const term = terms.redemption.get(doc._id);
  const changed = (by: string): string => `its dates or terms are not those that ${by} left`;
  return [
    ...(record
      ? unlessSame(record, redemptionDigest(redemption), changed)
      : unlessSame(term, redemptionTermsDigest(redemption, code), changed)),
    ...(whole && !record ? ['nothing says that it was ever made'] : []),
    ...(redemption.voucherCode === code ? [] : ['names another voucher than it draws on']),
  ].map((problem) => ({ subject: doc._id, problem }));
}

/** Accounts and merges: each is as it was attested last, none is missing, and none is there that nobody wrote. */
function recordProblems(
  { grants, merges }: StoredCustomer,
  { records, whole, declared }: AttestedState,
): LedgerProblem[] {
  const stored = {
    grant: new Map(grants.map((grant) => [grantId(grant), grantDigest(toGrant(grant))])),
    merge: new Map(merges.map((merge) => [merge._id, mergeRecord(merge).digest])),
  };
  return (['grant', 'merge'] as const).flatMap((of) => [
    ...[...stored[of]].flatMap(([subject, digest]) => {
      const attested = records[of].get(subject);
      return [
        ...unlessSame(attested, digest, (by) => `is not as ${by} left it`),
        ...((of === 'grant' ? whole : declared) && !attested ? ['nothing says that it was ever made'] : []),
      ].map((problem) => ({ subject, problem }));
    }),
    ...[...records[of]]
      .filter(([id]) => !stored[of].has(id))
      .map(([subject, { by }]) => ({ subject, problem: `is missing, though ${by} left it` })),
  ]);
}

function unlessSame(
  attested: Attested | undefined,
  digest: string,
  problem: (by: string) => string,
): string[] {
  return !attested || attested.digest === digest ? [] : [problem(attested.by)];
}
