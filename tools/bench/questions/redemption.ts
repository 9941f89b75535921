import { judgeRatio } from '../goals';
import type { Goal, Outcome } from '../goals';
import type { RedemptionCalls } from '../load';
import { compare } from '../pairs';
import { PeerCalls } from '../peer';
import type { Stage } from '../stage';
import { callPairs, latency, LEVELS } from './calls';
import type { Level } from './calls';
import { cpuTable } from './cpu-table';
import type { CpuTable } from './cpu-table';

const p50 = (level: Level): Goal => ({
  question: 'Q3',
  what: `redemption confirmed, p50, ${level} at once`,
  unit: 'ms',
  sense: 'at most',
  limit: 1.3,
});

/** Q3: how long a redemption takes at the counter, beside a bare update-with-start with one empty activity. */
export async function measureRedemption(
  stage: Stage,
  redemptions: RedemptionCalls,
  prove: () => Promise<void>,
): Promise<{ outcomes: Outcome[]; cpu: CpuTable }> {
  const bare = new PeerCalls(stage.client);
  const sides = { ours: () => redemptions.prepare(), peer: () => bare.redeem() };
  const pairs = await callPairs(stage, 'Q3', sides, prove);
  return {
    outcomes: LEVELS.map((level) => judgeRatio(p50(level), compare(pairs[level], latency(0.5)))),
    cpu: cpuTable('each redemption (Q3, one at once)', pairs[1]),
  };
}
