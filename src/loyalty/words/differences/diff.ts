import type { Program } from '../../program';
import { andList, counted } from '../phrases';
import { together } from './change';
import type { Compare, ProgramChange } from './change';
import { compareExpiry } from './expiry';
import { compareMessages } from './messages';
import { compareRules } from './rules';
import { compareBase, compareFrame, compareRedemption, compareReturns } from './settings';
import { compareVouchers } from './vouchers';

const comparePrograms: Compare<Program> = together<Program>([
  compareFrame,
  (before, after) => compareBase(before.earning.base, after.earning.base),
  compareRules,
  compareVouchers,
  compareExpiry,
  (before, after) => compareRedemption(before.redemption, after.redemption),
  (before, after) => compareReturns(before.returns, after.returns),
  (before, after) => compareMessages(before.messages, after.messages),
]);

/**
 * What publishing `after` changes, in sentences. Nothing for two programs that mean the same, though a duration or a list
 * be written differently. Without a former version the only change is that there is a program.
 */
export function programDiff(before: Program | null, after: Program): ProgramChange[] {
  return before === null ? [firstVersion(after)] : comparePrograms(before, after);
}

function firstVersion({ name, earning }: Program): ProgramChange {
  const ids = earning.rules.map(({ id }) => id);
  const rules =
    ids.length === 0 ? 'sem regras' : `com ${counted(ids.length, 'regra', 'regras')}: ${andList(ids)}`;
  return { path: '', kind: 'added', text: `Primeira versão do programa ${name}, ${rules}` };
}
