import type { LedgerProblem } from '../../../loyalty';
import { isOpen, refKey } from '../../../loyalty';
import {
  attestationModel,
  entryModel,
  grantDigest,
  grantId,
  lotDigest,
  recordOfRedemption,
  redemptionTermsDigest,
  toGrant,
  toLot,
  toRedemption,
} from '..';
import type { LotDoc, RecordDigest, RedemptionDoc } from '..';
import { mergeModel } from '../../customer';
import { attestedState } from './attested';
import type { AttestedState } from './attested';
import type { Attested } from './attested-digest';
import { datePlaces, misplacedDates, strangeAt } from './kinds';
import type { StoredCustomer } from './stored-customer';
import { attestationProblems } from './verify-attestations';
import { walletProblems } from './verify-wallet';

/** What a customer's chains say last of everything stored beside the entries. */
export function attestedOf({ since, entries, attestations }: StoredCustomer): AttestedState {
  const seen = since?.attested?.n ?? 0;
  const fresh = attestations.filter(({ n }) => n > seen);
  return since ? attestedState(entries, fresh, since.known) : attestedState(entries, fresh);
}

/**
 * Whether what documents carry besides the core's own fields is right: ids, flags that queries rely on, attested terms.
 * @param alone no version writes any more that changes accounts, redemptions and merges without attesting them; until then what is attested
 *   of them is held against nobody
 */
export function documentProblems(
  stored: StoredCustomer,
  state: AttestedState,
  alone: boolean,
): LedgerProblem[] {
  return [
    ...attestationProblems(stored),
    ...(stored.forgedCheckpoint === null
      ? []
      : [{ subject: `checkpoint of ${stored.wallet._id}`, problem: stored.forgedCheckpoint }]),
    ...stored.lots.flatMap((lot) => lotProblems(lot, stored, state)),
    ...stored.redemptions.flatMap((redemption) => redemptionProblems(redemption, stored, state, alone)),
    ...(alone ? [...state.links.records, ...recordProblems(stored, state)] : []),
    ...kindProblems(stored),
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
    ...(lot.voucher === null || codeNames(doc, voucherCodes) ? [] : ['its code does not lead to it']),
  ].map((problem) => ({ subject: doc._id, problem }));
}

/** A voucher is found by its code: whatever is stored under the code names the voucher. */
function codeNames({ _id }: LotDoc, codes: StoredCustomer['voucherCodes']): boolean {
  const own = codes.get(_id) ?? [];
  return own.length > 0 && own.every(({ lotId }) => lotId === _id);
}

/** A redemption is as the last entry or attestation left it; of old ones only the terms were attested. */
function redemptionProblems(
  doc: RedemptionDoc,
  { lots, clearCodes }: StoredCustomer,
  { terms, records, whole }: AttestedState,
  alone: boolean,
): LedgerProblem[] {
  const redemption = toRedemption(doc);
  const drawn = lots.find(({ _id }) => _id === redemption.draws[0]?.lotId);
  const code = redemption.type === 'voucher' ? (drawn?.voucher?.code ?? null) : null;
  const record = records.redemption.get(doc._id);
  const term = terms.redemption.get(doc._id);
  const changed = (by: string): string => `its dates or terms are not those that ${by} left`;
  return [
    ...(record
      ? unlessSame(alone ? record : undefined, comparedWith(record, recordOfRedemption(redemption)), changed)
      : unlessSame(term, redemptionTermsDigest(redemption, code), changed)),
    ...(alone && whole && !record ? ['nothing says that it was ever made'] : []),
    ...(namesOtherCode(doc, clearCodes ? code : null) ? ['names a voucher otherwise than by its draw'] : []),
    ...(isFoundByReference(doc, record !== undefined) ? [] : ['is not found by the reference it gives']),
  ].map((problem) => ({ subject: doc._id, problem }));
}

/** Its draw says which voucher it uses; earlier versions said it once more, by the code. @param code which may be named */
function namesOtherCode({ voucherCode }: RedemptionDoc, code: string | null): boolean {
  return (voucherCode ?? null) !== null && voucherCode !== code;
}

/** A redemption is looked up by the key of its reference; one that was never attested may be older than the key. */
function isFoundByReference({ saleRef, saleKey }: RedemptionDoc, attested: boolean): boolean {
  if (saleKey === undefined) return saleRef === null || !attested;
  return saleRef !== null && saleKey === refKey(saleRef);
}

/** Accounts and merges: each is as it was attested last, none is missing, and none is there that nobody wrote. */
function recordProblems(
  { grants, merges, recordOf }: StoredCustomer,
  { records, whole, declared }: AttestedState,
): LedgerProblem[] {
  const stored: Record<'grant' | 'merge', Map<string, Pick<RecordDigest, 'digest' | 'who'>>> = {
    grant: new Map(grants.map((grant) => [grantId(grant), { digest: grantDigest(toGrant(grant)) }])),
    merge: new Map(merges.map((merge) => [merge._id, recordOf(merge)])),
  };
  return (['grant', 'merge'] as const).flatMap((of) => [
    ...[...stored[of]].flatMap(([subject, record]) => {
      const attested = records[of].get(subject);
      return [
        ...unlessSame(attested, comparedWith(attested, record), (by) => `is not as ${by} left it`),
        ...((of === 'grant' ? whole : declared) && !attested ? ['nothing says that it was ever made'] : []),
      ].map((problem) => ({ subject, problem }));
    }),
    ...[...records[of]]
      .filter(([id]) => !stored[of].has(id))
      .map(([subject, { by }]) => ({ subject, problem: `is missing, though ${by} left it` })),
  ]);
}

const DATES = {
  entry: datePlaces(entryModel),
  attestation: datePlaces(attestationModel),
  merge: datePlaces(mergeModel),
};

/** Dates that nothing reads as such while it is verified: whatever has their text has their digest. */
function kindProblems({ entries, attestations, merges }: StoredCustomer): LedgerProblem[] {
  const look = (doc: object, subject: string, of: keyof typeof DATES): LedgerProblem[] =>
    misplacedDates(doc, DATES[of]).map((place) => ({ subject, problem: strangeAt(place) }));
  return [
    ...entries.flatMap((entry) => look(entry, entry.key, 'entry')),
    ...attestations.flatMap((one) => look(one, `attestation ${one.n} of ${one.customerId}`, 'attestation')),
    ...merges.flatMap((merge) => look(merge, merge._id, 'merge')),
  ];
}

/** The digest of what is stored; none where it differs in what digests of versions before say nothing of. */
function comparedWith(
  attested: Attested | undefined,
  { digest, who }: Pick<RecordDigest, 'digest' | 'who'>,
): string {
  return attested?.who === undefined || attested.who === who ? digest : '';
}

function unlessSame(
  attested: Attested | undefined,
  digest: string,
  problem: (by: string) => string,
): string[] {
  return !attested || attested.digest === digest ? [] : [problem(attested.by)];
}
