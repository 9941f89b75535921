import type { LedgerProblem } from '../../../loyalty';
import { isOpen } from '../../../loyalty';
import { lotDigest, redemptionDigest, grantId, toLot, toRedemption } from '..';
import type { EntryDoc, GrantDoc, LotDoc, RedemptionDoc, WalletDoc } from '..';
import type { SealedHead } from './seal-model';

/** Everything stored of one customer's value, as it is stored. `entries` by `seq`. */
export interface StoredCustomer {
  wallet: WalletDoc;
  entries: readonly EntryDoc[];
  lots: readonly LotDoc[];
  redemptions: readonly RedemptionDoc[];
  grants: readonly GrantDoc[];
  seals: readonly { n: number; head: SealedHead }[];
}

/** Whether what documents carry besides the core's own fields is right: ids, flags that queries rely on, attested terms. */
export function documentProblems(stored: StoredCustomer): LedgerProblem[] {
  return [
    ...attestationProblems(stored),
    ...flagProblems(stored),
    ...stored.grants
      .filter((grant) => grant._id !== grantId(grant))
      .map((grant) => ({ subject: grant._id, problem: `is the account ${grantId(grant)}` })),
  ];
}

/** A lot or redemption is as the last entry that attests it left it. */
function attestationProblems({ entries, lots, redemptions }: StoredCustomer): LedgerProblem[] {
  const last = { lot: new Map<string, Attested>(), redemption: new Map<string, Attested>() };
  for (const { key, attests } of entries)
    for (const { of, id, digest } of attests) last[of].set(id, { key, digest });
  const problemOf = (id: string, attested: Attested | undefined, digest: string): LedgerProblem[] =>
    !attested || attested.digest === digest
      ? []
      : [{ subject: id, problem: `its dates or terms are not those that ${attested.key} left` }];
  return [
    ...lots.flatMap((lot) => problemOf(lot._id, last.lot.get(lot._id), lotDigest(toLot(lot)))),
    ...redemptions.flatMap((each) =>
      problemOf(each._id, last.redemption.get(each._id), redemptionDigest(toRedemption(each))),
    ),
  ];
}

/** A digest, and the key of the entry that gave it. */
type Attested = { key: string; digest: string };

function flagProblems({ wallet, entries, lots, grants, seals }: StoredCustomer): LedgerProblem[] {
  const collects = grants.some(({ collectsLater, letOff }) => collectsLater && letOff > 0);
  const sealed = wallet.sealed;
  const toSeal = entries.length > (sealed?.seq ?? 0);
  const known = sealed && seals.some(({ n, head }) => n === sealed.n && head.seq === sealed.seq);
  const of = `wallet of ${wallet._id}`;
  return [
    ...lots
      .filter((lot) => lot.open !== isOpen(toLot(lot)))
      .map((lot) => ({ subject: lot._id, problem: `is marked ${lot.open ? 'open' : 'closed'}, and is not` })),
    ...(wallet.collectsLater === collects
      ? []
      : [
          {
            subject: of,
            problem: `is marked collectsLater ${wallet.collectsLater}, accounts give ${collects}`,
          },
        ]),
    ...(toSeal && wallet.unsealed !== true
      ? [{ subject: of, problem: 'has entries after the last seal, and is not marked for the next' }]
      : []),
    ...(sealed && !known
      ? [
          {
            subject: of,
            problem: `was sealed up to entry ${sealed.seq} by seal ${sealed.n}, which does not hold it`,
          },
        ]
      : []),
  ];
}
