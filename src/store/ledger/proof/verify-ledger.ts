import { walletModel } from '..';
import type { VoucherCodeNames } from '..';
import type { Instant, LedgerProblem } from '../../../loyalty';
import type { Mongo } from '../../mongo';
import type { ProgramSeals } from '../../program';
import { writeCheckpoints } from './checkpoints';
import type { NewCheckpoint } from './checkpoints';
import { readCustomers } from './read-customers';
import type { SealMark } from './seals';
import type { Misfit } from './verify-chain';
import { verifyStored } from './verify-customer';
import type { LedgerPart } from './ledger-parts';
import { merchantFindings } from './verify-merchant';
import type { Alone } from './verify-sales';
import { verifySeals } from './verify-seals';

/** What a verification found, as far as it went. */
export interface Verification {
  customers: number;
  entries: number;
  /** The first 1,000 by name; a last line counts the others. */
  problems: LedgerProblem[];
  /** The first entry that does not fit, of the first customer who has one; null where every entry fits. */
  firstMisfit: Misfit | null;
  /** How many seals there are, how many of the entries they hold, and the newest of them. */
  sealed: { seals: number; entries: number; last: SealMark | null };
  /** Sales that a version which attests none has changed since they were attested, or that a newer one has sealed: they were not compared. */
  unattestedSales: number;
  /** The last customer looked at, where the time was up before the end: verify again after it; null at the end. */
  next: string | null;
}

/** What a proof is made over. */
export interface ProofOver {
  mongo: Mongo;
  /** Where codes of vouchers are kept. */
  codes: VoucherCodeNames;
  programs: ProgramSeals;
  migrations: MigrationsSeen;
}

/** What there is to know of migrations: from when on there is no excuse for what is not attested or sealed. */
interface MigrationsSeen {
  /** Those that are finished, by id: a seal says so from then on. */
  finished(): Promise<string[]>;
  /** What somebody has changed by hand. @param sealed those that a seal says to have been finished */
  problems(sealed: readonly string[]): Promise<LedgerProblem[]>;
}

/** Where to begin, how long to go on, and who hears of progress. */
export interface VerifyOptions {
  /** Customers after this one only; absent: from the beginning, and the seals and what else is of no single customer too. */
  after?: string;
  /** Up to this customer; null: to the end. */
  upTo?: string | null;
  /**
   * The instant by which checkpoints are used and made: entries before a fresh one are not replayed. Absent: everything is
   * replayed from the first entry, and nothing is written.
   */
  checkpointsAt?: Instant;
  /** Stop at the first customer after this instant. */
  until?: Instant;
  /** Called after some customers each time, with what was found so far. `next` is the last of them. */
  onProgress?: (soFar: Verification) => void;
}

/** Problems named in one verification; more are counted as one line. */
const NAMED_PROBLEMS = 1_000;

/** Read at once: so many customers, and not many more entries than this, whatever each has. */
const PAGE = 250;
const PAGE_ENTRIES = 10_000;

/**
 * Recomputes a merchant's ledger from its entries alone, with one page of customers in memory at a time.
 */
export async function verifyLedger(
  over: ProofOver,
  merchantId: string,
  { after, upTo = null, checkpointsAt, until = Number.POSITIVE_INFINITY, onProgress }: VerifyOptions,
  alone: Alone,
): Promise<Verification> {
  const { mongo, codes } = over;
  const problems = new ProblemList();
  const found = nothingFound();
  if (after === undefined) {
    const whole = await verifyWhole(over, merchantId, Number.NEGATIVE_INFINITY, alone);
    found.sealed = whole.sealed;
    found.unattestedSales = whole.unattestedSales;
    problems.add(whole.problems);
  }
  for await (const ids of pagesOf(mongo, merchantId, { after: after ?? '', upTo })) {
    const page = await readCustomers(mongo, codes, merchantId, ids, checkpointsAt ?? null);
    const made: NewCheckpoint[] = [];
    for (const customerId of ids) {
      if (found.customers > 0 && Date.now() >= until) return { ...found, problems: problems.named() };
      const one = verifyStored(page, customerId, checkpointsAt ?? 0, alone);
      found.customers += 1;
      found.entries += one.entries;
      found.sealed.entries += one.sealed;
      found.unattestedSales += one.unattestedSales;
      found.firstMisfit ??= one.firstMisfit;
      found.next = customerId;
      problems.add(one.problems);
      if (one.checkpoint) made.push(one.checkpoint);
    }
    if (checkpointsAt !== undefined) await writeCheckpoints(mongo, merchantId, made, checkpointsAt);
    onProgress?.({ ...found, problems: problems.named() });
  }
  return { ...found, next: null, problems: problems.named() };
}

/** The seals, and what else is of no single customer. @param headsFrom the heads of seals before this instant are not read again */
export async function verifySealing(
  over: ProofOver,
  merchantId: string,
  headsFrom: Instant,
  alone: Alone,
): Promise<Verification> {
  const problems = new ProblemList();
  const whole = await verifyWhole(over, merchantId, headsFrom, alone);
  problems.add(whole.problems);
  return { ...nothingFound(), ...whole, problems: problems.named() };
}

async function verifyWhole(
  { mongo, codes, programs, migrations }: ProofOver,
  merchantId: string,
  headsFrom: Instant,
  alone: Alone,
): Promise<Pick<Verification, 'sealed' | 'unattestedSales' | 'problems'>> {
  const { seals, last, finished, problems } = await verifySeals(mongo, merchantId, headsFrom);
  const whole = await merchantFindings(mongo, codes, programs, merchantId, alone);
  return {
    sealed: { seals, entries: 0, last },
    unattestedSales: whole.unread,
    problems: [...problems, ...(await migrations.problems(finished)), ...whole.problems],
  };
}

function nothingFound(): Verification {
  const sealed = { seals: 0, entries: 0, last: null };
  const unattestedSales = 0;
  return { customers: 0, entries: 0, problems: [], firstMisfit: null, sealed, unattestedSales, next: null };
}

/** By id, page by page: a cursor would not live as long as a long ledger takes. */
async function* pagesOf(mongo: Mongo, merchantId: string, part: LedgerPart): AsyncGenerator<string[]> {
  for (let { after } = part; ;) {
    const wallets = await mongo
      .of(walletModel)
      .find({ merchantId, _id: { $gt: after, ...(part.upTo === null ? {} : { $lte: part.upTo }) } })
      .sort({ _id: 1 })
      .limit(PAGE)
      .select({ _id: 1, entryCount: 1 })
      .lean();
    for (let from = 0; from < wallets.length;) {
      const ids: string[] = [];
      for (let entries = 0; from < wallets.length && entries < PAGE_ENTRIES; from += 1) {
        const { _id, entryCount } = wallets[from]!;
        ids.push(_id);
        entries += entryCount;
      }
      yield ids;
    }
    if (wallets.length < PAGE) return;
    after = wallets.at(-1)!._id;
  }
}

/** Problems by name as long as there is room, then by number. */
class ProblemList {
  private readonly first: LedgerProblem[] = [];
  private others = 0;

  add(...lists: LedgerProblem[][]): void {
    for (const problem of lists.flat()) {
      if (this.first.length < NAMED_PROBLEMS) this.first.push(problem);
      else this.others += 1;
    }
  }

  named(): LedgerProblem[] {
    if (this.others === 0) return [...this.first];
    return [...this.first, { subject: 'ledger', problem: `has ${this.others} more problems` }];
  }
}
