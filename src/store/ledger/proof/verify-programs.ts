import type { EntryDoc } from '..';
import { programModel } from '../../program';
import type { ProgramSeals } from '../../program';
import type { LedgerProblem } from '../../../loyalty';
import type { Mongo } from '../../mongo';

/**
 * The versions by which entries explain what they gave: each is as it was published, and none before the newest is missing. That the
 * newest are there follows from the entries that go by them.
 */
export async function programProblems(
  mongo: Mongo,
  { seal, alone }: ProgramSeals,
  merchantId: string,
): Promise<LedgerProblem[]> {
  const allSealed = (await alone()) !== null;
  const problems: LedgerProblem[] = [];
  let next = 1;
  for await (const doc of mongo.of(programModel).find({ merchantId }).sort({ version: 1 }).lean().cursor()) {
    const say = (problem: string): void => void problems.push({ subject: `program ${doc._id}`, problem });
    if (doc.version !== next) say(`is found where version ${next} should be`);
    next = doc.version + 1;
    if (doc.seal === undefined) {
      if (allSealed) say('nothing says that it was ever published');
    } else if (doc.seal !== seal(doc)) say('is not as it was published');
  }
  return problems;
}

/**
 * The versions of the program that a customer's entries go by and nobody has published, each with the first such entry.
 * @param versions how many there are
 */
export function unpublishedProblems(entries: readonly EntryDoc[], versions: number): LedgerProblem[] {
  const first = new Map<number, string>();
  for (const { key, programVersion } of entries)
    if (programVersion !== null && programVersion > versions && !first.has(programVersion))
      first.set(programVersion, key);
  return [...first].map(([version, subject]) => ({
    subject,
    problem: `goes by version ${version} of the program, and ${versions} were published`,
  }));
}
