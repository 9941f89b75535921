import type { Instant } from '../basis';

/** Who had something done: a person by their id or what a key's call said, and the key. */
export interface DoneBy {
  operator: string | null;
  keyId: string | null;
}

/** Something that happened to the sale, for its timeline (pt-BR). */
export interface SaleEvent {
  at: Instant;
  event: string;
  text: string;
  /** Absent: nobody did, or it was not kept. */
  by?: DoneBy;
}
