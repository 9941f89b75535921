/** Ids are unique over all companies and have eleven digits at most, as Bling's do. */
const bases = {
  contact: 16_690_000_000,
  order: 26_737_000_000,
  invoice: 23_456_000_000,
  item: 47_400_000_000,
} as const;

/** How many ids a company may use up before they would meet those of the next one. */
const perCompany = 10_000_000;

/** How far the count jumps at a restart, so that changes lost with a crash never lend their ids to other orders. */
const skippedAtRestart = 1000;

/** What an id is given to. */
export type IdKind = keyof typeof bases;

/** The ids of one company. */
export class IdSequence {
  constructor(
    private readonly companyIndex: number,
    private count = 0,
  ) {}

  /** The next id. */
  next(kind: IdKind): number {
    this.count += 1;
    return this.at(kind, this.count);
  }

  /** The id given out as number `count`. */
  at(kind: IdKind, count: number): number {
    return bases[kind] + this.companyIndex * perCompany + count;
  }

  /** Where to go on after a restart. */
  mark(): number {
    return this.count + skippedAtRestart;
  }
}
