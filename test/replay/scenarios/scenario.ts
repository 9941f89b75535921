import type { Run, Stage } from './stage';

/**
 * Where a scenario is played: on the server as it is; on one that wants runs to continue as new ones after 40 events; on one whose
 * time skips ahead.
 */
export type Server = 'usual' | 'full' | 'skipping';

/** A way through one of the workflows. It ends in the same facts each time it is played. */
export interface Scenario {
  /** Names its recorded history, too. */
  name: string;
  on: Server;
  /** Answers the run to be recorded, and its id where it is not the first of those it continued as. */
  play(stage: Stage): Promise<{ run: Run; runId?: string }>;
}

/** A scenario on the server as it is. */
export function usually(name: string, play: Scenario['play']): Scenario {
  return { name, on: 'usual', play };
}

/** One in which a run continues as a new one. */
export function whenFull(name: string, play: Scenario['play']): Scenario {
  return { name, on: 'full', play };
}

/** One that waits for longer than anybody would. */
export function inSkippedTime(name: string, play: Scenario['play']): Scenario {
  return { name, on: 'skipping', play };
}
