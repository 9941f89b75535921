/** When a message is to be tried again, null: it is dealt with; and whether nobody can have heard of it. */
export interface Delivery {
  again: Date | null;
  untold: boolean;
}
