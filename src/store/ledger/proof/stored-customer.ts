import type {
  AttestationDoc,
  EntryDoc,
  GrantDoc,
  LotDoc,
  RecordDigest,
  RedemptionDoc,
  VoucherCodeDoc,
  WalletDoc,
} from '..';
import type { MergeDoc } from '../../customer';
import type { Checkpoint } from './checkpoints';
import type { StoredSales } from './read-sales';
import type { SealedHead } from './seal-model';
import type { UsedSale } from './used-sales';

/** A head, and the seal that holds it. */
export interface HeadOfSeal {
  n: number;
  head: SealedHead;
}

/** Everything stored of one customer's value, as it is stored. */
export interface StoredCustomer {
  wallet: WalletDoc;
  /** What the entries before those come to, where these are not all. */
  since: Checkpoint | null;
  /** By `seq`. */
  entries: readonly EntryDoc[];
  /** By `n`. */
  attestations: readonly AttestationDoc[];
  lots: readonly LotDoc[];
  redemptions: readonly RedemptionDoc[];
  grants: readonly GrantDoc[];
  /** Merges by which this customer went into another, undone ones too. */
  merges: readonly MergeDoc[];
  /** What is attested of such a merge. */
  recordOf: (merge: MergeDoc) => RecordDigest;
  /** The merge that is moving this customer's value in parts. */
  moving: string | null;
  /** The sales of these customers, and those that their chains attest. */
  sales: StoredSales;
  /** The sales with which uses of these customers are kept, by the ids with which they are. */
  usedSales: ReadonlyMap<string, UsedSale>;
  /** What is stored under the codes of vouchers, by their lots. */
  voucherCodes: ReadonlyMap<string, readonly VoucherCodeDoc[]>;
  /** Redemptions may still name their voucher by its code in clear text too. */
  clearCodes: boolean;
  /** The number of the merchant's newest program; 0: there is none. */
  versions: number;
  seals: readonly HeadOfSeal[];
  /** Why the checkpoint there is cannot have been written so; null: it can, or there is none. */
  forgedCheckpoint: string | null;
}
