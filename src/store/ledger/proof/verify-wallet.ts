import type { LedgerProblem } from '../../../loyalty';
import type { WalletDoc } from '..';
import type { StoredCustomer } from './stored-customer';

/** Whether the marks of a wallet, by which queries find it and what belongs to it, are those that everything else gives. */
export function walletProblems(stored: StoredCustomer): LedgerProblem[] {
  const { wallet, grants, redemptions, merges } = stored;
  const collects = grants.some(({ collectsLater, letOff }) => collectsLater && letOff > 0);
  const reserved = redemptions.filter(({ type, state }) => type === 'voucher' && state === 'reserved').length;
  const into =
    merges.find(({ undoneAt, underway }) => undoneAt === null && underway?.what !== 'merge')?.into ?? null;
  return [
    ...(wallet.collectsLater === collects
      ? []
      : [`is marked collectsLater ${wallet.collectsLater}, accounts give ${collects}`]),
    ...((wallet.vouchersReserved ?? 0) === reserved
      ? []
      : [`says that ${wallet.vouchersReserved} vouchers are reserved, redemptions give ${reserved}`]),
    ...((wallet.mergedInto ?? null) === into
      ? []
      : [`is marked as merged into ${wallet.mergedInto ?? 'nobody'}, merges give ${into ?? 'nobody'}`]),
    ...(movedBy(wallet) === stored.moving
      ? []
      : [`is marked as moved by ${movedBy(wallet) ?? 'nobody'}, merges give ${stored.moving ?? 'nobody'}`]),
    ...sealProblems(stored),
  ].map((problem) => ({ subject: `wallet of ${wallet._id}`, problem }));
}

/** By which merge; a mark that names none is no merge's. */
function movedBy({ moving }: WalletDoc): string | null {
  return moving ? (moving.by ?? 'no merge') : null;
}

function sealProblems({ wallet, seals }: StoredCustomer): string[] {
  const { sealed } = wallet;
  const known =
    sealed === undefined ||
    seals.some(
      ({ n, head }) =>
        n === sealed.n && head.seq === sealed.seq && (head.attested?.n ?? 0) === (sealed.attested ?? 0),
    );
  const toSeal = isToSeal(wallet);
  return [
    ...(toSeal && wallet.unsealed !== true
      ? ['has entries after the last seal, and is not marked for the next']
      : []),
    ...(!toSeal && wallet.unsealed === true
      ? ['is marked for the next seal, and has nothing after the last']
      : []),
    ...(known ? [] : [`was sealed up to entry ${sealed.seq} by seal ${sealed.n}, which does not hold it`]),
  ];
}

/** The ends that the wallet knows are those of its chains: that is compared elsewhere. */
function isToSeal({ entryCount, attested, sealed }: WalletDoc): boolean {
  return entryCount > (sealed?.seq ?? 0) || (attested?.n ?? 0) > (sealed?.attested ?? 0);
}
