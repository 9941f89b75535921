/** Something that goes on while redemptions are measured. */
export interface Load {
  readonly title: string;
  /** What is there before it begins. */
  prepare?(): Promise<void>;
  begin(): Promise<void>;
  /** Puts an end to it, so that the next begins in peace. */
  end?(): Promise<void>;
  /** What else was measured of it, in a line. */
  found?(): Promise<string>;
}
