/** A digest, and the entry or attestation that gave it. */
export interface Attested {
  by: string;
  digest: string;
  /** Of a merge, that of the persons it names; of a redemption, that of its former calls. Absent: whoever gave it knew none. */
  who?: string;
}

/** The digest of a sale, and which of the sale's it is. */
export interface AttestedSale extends Attested {
  n: number;
}
