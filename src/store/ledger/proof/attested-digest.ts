/** A digest, and the entry or attestation that gave it. */
export interface Attested {
  by: string;
  digest: string;
}

/** The digest of a sale, and which of the sale's it is. */
export interface AttestedSale extends Attested {
  n: number;
}
