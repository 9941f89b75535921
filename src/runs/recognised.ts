import type { Runs } from './runs';

/** What recognising a contact has left to be done. */
export interface RecognisedMerges {
  /** Two records that are proved to be of one person. `id`: the merge to be made. */
  proven: readonly { merchantId: string; id: string; from: string; into: string }[];
  /** Merges whose live sales have not been woken yet. */
  moved: readonly { merchantId: string; id: string; undone: boolean }[];
}

/** Hands over what recognising a contact has left to be done to runs, which see it through however long it takes. */
export async function followUpRecognition(
  runs: Pick<Runs, 'mergeCustomers'>,
  { proven, moved }: RecognisedMerges,
): Promise<void> {
  for (const { merchantId, id, from, into } of proven)
    await runs.mergeCustomers({ merchantId, mergeId: id, undone: false, proven: { from, into } });
  for (const { merchantId, id, undone } of moved)
    await runs.mergeCustomers({ merchantId, mergeId: id, undone, proven: null });
}
