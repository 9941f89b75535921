import { localDate } from '../../calendar';
import type { HistoryEvent } from '../history';
import type { Instant, LocalDate } from '../../basis';
import type { Program } from '../../program';
import { simulationAssumptions } from './assumptions';
import { compare } from './comparison';
import type { Comparison } from './comparison';
import { costDifference } from './cost';
import type { ProgramCost, RuleResult } from './cost';
import { monthsBetween } from './liability';
import type { Month, Outstanding } from './liability';
import type { ProgramOutcome } from './outcome';
import { ProgramRun } from './program-run';

/** What is to be simulated. `end` is exclusive. */
export interface SimulationCase {
  /** null: no program is in force, and nothing would be given. */
  current: Program | null;
  draft: Program;
  from: Instant;
  end: Instant;
  /** In order of time, all of it within the period. */
  events: readonly HistoryEvent[];
  /** Customers who had bought before the period. */
  buyers: ReadonlySet<string>;
}

/** What would have happened under a draft, beside what happens under the current program. */
export interface SimulationResult {
  period: { from: LocalDate; until: LocalDate; timezone: string };
  played: { sales: number; unidentified: number; customers: number };
  current: ProgramCost;
  draft: ProgramCost;
  /** Draft less current. */
  difference: ProgramCost;
  /** What is outstanding at the end of each month, the last one at the end of the period. */
  liability: { month: string; current: Outstanding; draft: Outstanding }[];
  rules: { current: RuleResult[]; draft: RuleResult[] };
  sales: Comparison;
  customers: Comparison;
  /** pt-BR. */
  assumptions: string[];
}

/**
 * Plays one history through two programs, some events at a time: first the current one, of which only sums are kept, and
 * then the draft. Nothing outside of it is read or changed.
 */
export class Simulation {
  private readonly months: Month[];
  private readonly steps: Generator<void, SimulationResult, void>;
  private played = 0;

  constructor(private readonly about: SimulationCase) {
    this.months = monthsBetween(about.from, about.end, about.draft.timezone);
    this.steps = this.all();
  }

  /** Events to be played, twice each, and how many have been. */
  get progress(): { done: number; total: number } {
    return { done: this.played, total: 2 * this.about.events.length };
  }

  /** Goes on by so many steps, each of them short. Answers the result with the last one. */
  advance(steps: number): SimulationResult | null {
    for (let step = 0; step < steps; step += 1) {
      const { done, value } = this.steps.next();
      if (done) return value;
    }
    return null;
  }

  private *all(): Generator<void, SimulationResult, void> {
    const { current, draft } = this.about;
    const before = yield* this.playThrough(current ?? withoutRules(draft));
    const after = yield* this.playThrough(draft);
    return this.result(before, after);
  }

  private *playThrough(program: Program): Generator<void, ProgramOutcome, void> {
    const { events, end, buyers } = this.about;
    const run = new ProgramRun(program, this.months, buyers);
    for (const event of events) {
      run.play(event);
      this.played += 1;
      yield;
    }
    return yield* run.finish(end);
  }

  private result(current: ProgramOutcome, draft: ProgramOutcome): SimulationResult {
    const { from, end, draft: program, current: published } = this.about;
    const { timezone } = program;
    const period = { from: localDate(from, timezone), until: localDate(end - 1, timezone) };
    const unidentified = draft.sales - draft.bySale.size;
    return {
      period: { ...period, timezone },
      played: { sales: draft.sales, unidentified, customers: draft.byCustomer.size },
      current: current.cost,
      draft: draft.cost,
      difference: costDifference(current.cost, draft.cost),
      liability: this.months.map(({ month }, index) => ({
        month,
        current: current.liability[index]!,
        draft: draft.liability[index]!,
      })),
      rules: { current: current.rules, draft: draft.rules },
      sales: compare(current.bySale, draft.bySale),
      customers: compare(current.byCustomer, draft.byCustomer),
      assumptions: simulationAssumptions(period, published ? 'published' : 'none', unidentified),
    };
  }
}

/** What a merchant without a program gives: nothing. */
function withoutRules(program: Program): Program {
  return { ...program, earning: { ...program.earning, rules: [] } };
}
