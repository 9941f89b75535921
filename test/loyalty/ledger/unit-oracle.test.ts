import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { netGranted } from '../../../src/loyalty/ledger';
import type { Bucket } from '../../../src/loyalty/ledger';
import { HOUR, NOON } from './builders';
import { commands, Player, POLICIES } from './histories';
import type { World } from './histories';
import { UnitOracle } from './unit-oracle';
import type { HourlyTerms } from './unit-oracle';

const RUNS = 200;

const terms: fc.Arbitrary<HourlyTerms> = fc.record({
  policies: fc.array(fc.constantFrom(...POLICIES), { minLength: 3, maxLength: 3 }),
  holding: fc.constantFrom(0, 0, 1, 12),
  expiry: fc.constantFrom(Infinity, 1, 3, 24, 48),
  reservation: fc.constantFrom(1, 2, 24, 240),
  rollbackWindow: fc.constantFrom(0, 3, 240),
  grace: fc.constantFrom(0, 1, 12, 48),
});

function worldOf({ policies, holding, expiry, reservation, rollbackWindow, grace }: HourlyTerms): World {
  return {
    policies,
    holding: `PT${holding}H`,
    expiry: expiry === Infinity ? null : `PT${expiry}H`,
    reservation: `PT${reservation}H`,
    rollbackWindow: `PT${rollbackWindow}H`,
    grace: `PT${grace}H`,
  };
}

interface State {
  lots: Record<string, Partial<Record<Bucket, number>>>;
  ends: Record<string, number>;
  owed: object;
  accounts: Record<string, number[]>;
  redemptions: string[];
}

function ofOracle(oracle: UnitOracle): State {
  const lots: State['lots'] = {};
  const ends: State['ends'] = {};
  for (const { batch, state } of oracle.units) {
    const lot = (lots[batch.id] ??= {});
    lot[state] = (lot[state] ?? 0) + 1;
    ends[batch.id] = batch.closes;
  }
  const accounts: State['accounts'] = {};
  for (const { sale, rule, has, forgiven, lapsed } of oracle.accounts)
    accounts[`s${sale}/${rule}`] = [has, forgiven, lapsed];
  const redemptions = oracle.holdings.map(({ id, state }) => `${id} ${state}`);
  return { lots, ends, owed: oracle.owed, accounts, redemptions };
}

function ofLedger({ ledger, now }: Player): State {
  const seen = ledger.copy();
  seen.look(now);
  const { lots, debt, grants, redemptions } = seen.wallet();
  const filled = (buckets: Record<Bucket, number>): Record<string, number> =>
    Object.fromEntries(Object.entries(buckets).filter(([, amount]) => amount > 0));
  return {
    lots: Object.fromEntries(lots.map(({ id, buckets }) => [id, filled(buckets)])),
    ends: Object.fromEntries(
      lots.map(({ id, expiresAt }) => [id, expiresAt === null ? Infinity : (expiresAt - NOON) / HOUR]),
    ),
    owed: debt,
    accounts: Object.fromEntries(
      grants.map((grant) => [
        `${grant.saleId}/${grant.ruleId}`,
        [netGranted(grant), grant.letOff, grant.lapsed],
      ]),
    ),
    redemptions: redemptions.map(({ id, state }) => `${id} ${state}`),
  };
}

describe('the ledger and a count of single cents', () => {
  it('agree on every balance, end, debt, account, redemption and refusal after every step (R1–R35)', () => {
    fc.assert(
      fc.property(terms, commands(true, 9), (given, history) => {
        const player = new Player(worldOf(given));
        const oracle = new UnitOracle(given);
        for (const command of history) {
          const answer = player.play(command);
          const hour = (player.now - NOON) / HOUR;
          expect(answer).toBe(oracle.play(command, hour));
          oracle.wake(hour);
          expect(ofLedger(player)).toEqual(ofOracle(oracle));
        }
      }),
      { numRuns: RUNS },
    );
  });
});
