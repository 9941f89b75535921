import { withRemedy } from '../engines';
import type { Finding, Way } from '../engines';
import { spokenDuration } from '../progress';
import type { Check } from './check';

/** An engine, the ways it can be had, and the variable that names one running elsewhere. */
export interface EngineToCheck {
  readonly engine: string;
  readonly variable?: string;
  /** Without it some tests are skipped, unless `CI` is set. */
  readonly optional?: boolean;
  readonly ways: readonly Way<unknown>[];
}

/**
 * Says which way an engine will come from and how long that takes, or that no way leads to it.
 *
 * @param running the value of the engine's variable, when it is set: nothing is brought up then
 */
export async function checkEngine(
  { engine, variable, optional, ways }: EngineToCheck,
  running?: string,
): Promise<Check> {
  if (running && variable) return { verdict: 'ok', what: engine, detail: `${variable} is set and is used` };
  const passedOver: string[] = [];
  for (const way of ways) {
    const finding = await way.look();
    if (finding.state !== 'impossible') return chosen(engine, way.name, finding, passedOver);
    passedOver.push(`${way.name}: ${withRemedy(finding)}`);
  }
  if (optional)
    return {
      verdict: 'note',
      what: engine,
      detail: 'cannot be had, and its tests are skipped (with CI=true they fail):',
      more: passedOver,
    };
  return {
    verdict: 'bad',
    what: engine,
    detail: 'cannot be had: one of these has to work',
    more: passedOver,
  };
}

function chosen(
  engine: string,
  way: string,
  finding: Exclude<Finding, { state: 'impossible' }>,
  passedOver: readonly string[],
): Check {
  if (finding.state === 'ready')
    return { verdict: 'ok', what: engine, detail: `from ${way}: ${finding.detail}` };
  const detail = `from ${way}, once, in about ${spokenDuration(finding.usualMs)}, because:`;
  return { verdict: 'note', what: engine, detail, more: passedOver };
}
