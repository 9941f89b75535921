import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { RetornoToolError } from '../processes';

/** How much is done, and how often something is killed meanwhile. */
export interface FaultsOptions {
  /** Decides what is killed when and for how long, and what is sold and used in which order. */
  readonly seed: number;
  readonly sales: number;
  readonly redemptions: number;
  readonly kills: number;
}

/** What `--help` shows. */
export const FAULTS_USAGE = `npm run test:faults -- [options]

Sells and redeems while the API, the worker of each queue, Temporal and MongoDB are killed with -9 in random order and
started again, and then proves that every call that was acknowledged holds, that nothing was done twice, that the
ledgers add up, and that each message came once at most. Starts engines of its own on free ports and removes them at
the end.

  --sales N        half told by the pretend Bling, half posted by a till (1000)
  --redemptions N  used at once, reserved and confirmed, let go or rolled back, and vouchers (500)
  --kills N        spread over all of it (100)
  --seed N         the same work and the same kills in the same order again; the instants differ (another each time)
  --help           shows this

The exit code says whether all of it holds (0) or not (1); each deviation is a sentence of its own.`;

const LARGEST = 9_999;
const LARGEST_SEED = 2 ** 31 - 1;

/** @throws {RetornoToolError} naming the argument */
export function readFaultsOptions(args: readonly string[]): FaultsOptions | 'help' {
  const given = parsed(args);
  if (given.help) return 'help';
  return {
    seed: whole('seed', given.seed, LARGEST_SEED) ?? randomInt(1, LARGEST_SEED),
    sales: whole('sales', given.sales, LARGEST) ?? 1_000,
    redemptions: whole('redemptions', given.redemptions, LARGEST) ?? 500,
    kills: whole('kills', given.kills, LARGEST) ?? 100,
  };
}

/** The command that does the same again. */
export function againWith({ seed, sales, redemptions, kills }: FaultsOptions): string {
  return `npm run test:faults -- --seed ${seed} --sales ${sales} --redemptions ${redemptions} --kills ${kills}`;
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = {
    seed: text,
    sales: text,
    redemptions: text,
    kills: text,
    help: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error));
  }
}

function whole(name: string, text: string | undefined, largest: number): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,9}$/.test(text) && Number(text) <= largest) return Number(text);
  throw usage(`--${name} ${text}: expected a whole number from 1 to ${largest}.`);
}

function usage(why: string): RetornoToolError {
  return new RetornoToolError('faults_options', `${why}\n\n${FAULTS_USAGE}`);
}
