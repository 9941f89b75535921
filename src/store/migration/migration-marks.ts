import type { LedgerProblem } from '../../loyalty';
import type { Mongo } from '../mongo';
import { isAsMarked, readMigrationStates } from './migration-state';

/** What the proof of a ledger is told of migrations. */
interface MigrationMarks {
  /** Those that are finished, by id. */
  finished(): Promise<string[]>;
  /** What somebody has changed by hand. @param sealed those that a seal says to have been finished */
  problems(sealed: readonly string[]): Promise<LedgerProblem[]>;
}

export function createMigrationMarks(mongo: Mongo): MigrationMarks {
  return {
    async finished() {
      const states = [...(await readMigrationStates(mongo)).values()];
      const marked = states.filter((state) => state.mark !== undefined && isAsMarked(mongo, state));
      return marked.map(({ _id }) => _id).sort();
    },
    async problems(sealed) {
      const states = await readMigrationStates(mongo);
      const changed = [...states.values()].filter((state) => !isAsMarked(mongo, state)).map(({ _id }) => _id);
      const lost = sealed.filter((id) => states.get(id)?.mark === undefined);
      return [
        ...changed.map((id) => ({ subject: id, problem: 'was not finished when its migration says' })),
        ...lost.map((id) => ({ subject: id, problem: 'was finished, and its migration says so no more' })),
      ];
    },
  };
}
