import * as fc from 'fast-check';
import { aimed, voucherRulesOf } from './aim';
import { addToDate, localDate, startOf } from './model/calendar';
import { programs } from './programs';
import { deed, saleId } from './steps';
import { opened, telling, told } from './telling';
import { channelBeside, twinOf, twins } from './twins';
import { using } from './using';
import type { Deed, History, HistoryEvent, ProgramInput, SaleInput } from './model/input';
import type { Seen } from './aim';
import type { Gap, Step } from './steps';

/** Month ends, a leap day, and days before and after a local midnight that does not exist. */
const STARTS = [
  '2026-01-30T23:30:00Z',
  '2028-02-27T12:00:00Z',
  '2026-09-04T15:00:00Z',
  '2026-04-03T15:00:00Z',
  '2018-11-02T15:00:00Z',
];

/** Order numbers that begin anew: two pairs of sales have the same one, however it is spelled (R46). */
const NUMBERS: Record<string, string> = { s1: '57', s2: '0057', s3: '#58' };

const closed = fc.oneof(
  { weight: 8, arbitrary: fc.oneof(...telling) },
  { weight: 8, arbitrary: fc.oneof(...using) },
  {
    weight: 4,
    arbitrary: fc.oneof({ weight: 3, arbitrary: twins[0]! }, { weight: 1, arbitrary: twins[1]! }),
  },
  { weight: 1, arbitrary: deed(fc.record({ do: fc.constant('publish' as const), program: programs })) },
  { weight: 1, arbitrary: deed(fc.constant({ do: 'tick' as const })) },
  { weight: 2, arbitrary: deed(fc.record({ do: fc.constant('remind' as const), saleId })) },
);

/** The same, with sales that are told while they are not completed. */
const steps = fc.oneof({ weight: 6, arbitrary: closed }, { weight: 1, arbitrary: opened });

/** Random programs with random histories over few sales, customers and redemptions, so that things collide. */
export const histories = (maxLength: number): fc.Arbitrary<History> => historiesOf(told, closed, maxLength);

/** The same, with sales that are told while they are not completed, and whose buyer is looked up later. */
export const historiesWithOpen = (maxLength: number): fc.Arbitrary<History> =>
  historiesOf(fc.oneof(told, opened), steps, maxLength);

const historiesOf = (
  first: fc.Arbitrary<Step[]>,
  then: fc.Arbitrary<Step[]>,
  maxLength: number,
): fc.Arbitrary<History> =>
  fc
    .tuple(
      programs,
      fc.constantFrom(...STARTS),
      fc.array(first, { maxLength: 4, size: 'max' }),
      fc.array(then, { minLength: 1, maxLength, size: 'max' }),
    )
    .map(([program, start, one, rest]) => concrete(program, Date.parse(start), [...one, ...rest].flat()));

/** Gives steps their instants, sales the rest of their content, and most names something to stand for. */
function concrete(program: ProgramInput, start: number, all: Step[]): History {
  const seen: Seen = { sales: new Map(), redemptions: [], voucherRules: voucherRulesOf(program) };
  let now = start;
  const events = all.flatMap((step): HistoryEvent[] => {
    now = instantAfter(now, step.gap, program.timezone);
    const at = new Date(now).toISOString();
    if ('deed' in step) return aimed(step.deed, seen).map((one) => ({ at, ...one }));
    const sale = toldSale(step, seen.sales, now);
    seen.sales.set(sale.id, sale);
    if ('open' in step && step.open) return [{ at, do: 'open', sale }];
    return [{ at, do: 'complete', sale, segments: step.segments }];
  });
  return JSON.parse(JSON.stringify({ program, events })) as History;
}

/** A sale as it is told now: as another sale is, or with some of its content changed. */
function toldSale(step: Exclude<Step, { deed: Deed }>, sales: Seen['sales'], now: number): SaleInput {
  const id = 'change' in step ? step.change : step.twin;
  const known = sales.get(id);
  if ('change' in step) {
    const told = { ...(known ?? newSale(id, now - step.soldBefore)), ...step.to };
    // A sale is told by one source for ever.
    return known ? { ...told, channel: known.channel } : told;
  }
  const of = sales.get(step.of);
  if (!of || of.id === id) return known ?? newSale(id, now);
  return twinOf(of, known ?? { ...newSale(id, now), channel: channelBeside(of, step.odd) }, step.odd);
}

function instantAfter(now: number, wait: Gap, zone: string): number {
  if ('ms' in wait) return now + wait.ms;
  return Math.max(now, startOf(addToDate(localDate(now, zone), 0, 1), zone) + wait.midnight);
}

function newSale(id: string, soldAt: number): SaleInput {
  const names = { number: NUMBERS[id] ?? '58', externalId: `x${id}`, channel: 'pos' };
  return { id, customerId: 'ana', ...names, soldAt: new Date(soldAt).toISOString(), totalCents: 10_000 };
}
