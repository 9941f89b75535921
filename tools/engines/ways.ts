import { RetornoToolError } from '../processes';
import type { Reporter } from '../progress';

/** What a look at one way says, before anything is done. */
export type Finding =
  | { readonly state: 'ready'; readonly detail: string }
  | { readonly state: 'possible'; readonly detail: string; readonly usualMs: number }
  | { readonly state: 'impossible'; readonly reason: string; readonly remedy?: string };

/** One way an engine can be had, such as "on PATH" or "build". `T` is what the engine is started from. */
export interface Way<T> {
  /** As a person would say it: "`temporal` on PATH". */
  readonly name: string;
  /** Looks without doing anything; quick, and never throws. */
  look(): Promise<Finding>;
  /** Obtains the engine. A rejection means: try the next way. */
  take(report: Reporter): Promise<T>;
}

/** An engine in hand, and the way it came. */
export interface Resolved<T> {
  readonly value: T;
  readonly way: string;
}

/** No way led to the engine. The message lists every way, why it failed and what would make it work. */
export class EngineUnavailableError extends RetornoToolError {
  constructor(
    readonly engine: string,
    attempts: readonly string[],
  ) {
    super(
      'engine_unavailable',
      [`${engine} could not be had in any of these ways:`, ...attempts.map((line) => `  - ${line}`)].join(
        '\n',
      ),
    );
  }
}

/**
 * Goes through the ways in their order and gives the engine from the first that works. A way that is found
 * impossible, or fails, is passed over; the failure of one that was tried is reported as a note.
 *
 * @throws {EngineUnavailableError} when none works
 */
export async function resolveEngine<T>(
  engine: string,
  ways: readonly Way<T>[],
  report: Reporter,
): Promise<Resolved<T>> {
  const attempts: string[] = [];
  for (const way of ways) {
    const finding = await way.look();
    if (finding.state === 'impossible') {
      attempts.push(`${way.name}: ${withRemedy(finding)}`);
      continue;
    }
    report.trying(finding.detail, finding.state === 'possible' ? finding.usualMs : undefined);
    try {
      return { value: await way.take(report), way: way.name };
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      report.note(`${way.name} failed: ${why.split('\n', 1)[0]}`);
      attempts.push(`${way.name}: ${why.replaceAll('\n', '\n    ')}`);
    }
  }
  throw new EngineUnavailableError(engine, attempts);
}

/** The reason, and what to do about it when something can be done. */
export function withRemedy({ reason, remedy }: { reason: string; remedy?: string }): string {
  return remedy ? `${reason}. ${remedy}` : reason;
}
