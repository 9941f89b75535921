import { publishedProgram, withEndsThatStand } from '../../loyalty';
import type { Program } from '../../loyalty';
import type { FormerForm, Mongo } from '../mongo';
import { ConcurrentChangeError, isDuplicateKey } from '../mongo';
import { programModel } from './program-model';
import type { ProgramDoc } from './program-model';
import { ForgedProgramError, requirePublished } from './program-seal';
import type { ProgramSeals } from './program-seal';

/** One immutable version. */
export interface ProgramVersion {
  version: number;
  program: Program;
  publishedAt: Date;
  /** Versions may still run that know no fair expiry, which it asks for: no lot is given it by now. */
  endsStand?: true;
}

/** The program of a version as sales are paid by it now. */
export function programByNow({ program, endsStand }: Pick<ProgramVersion, 'program' | 'endsStand'>): Program {
  return endsStand ? withEndsThatStand(program) : program;
}

/** The merchant's program in its numbered versions. */
export interface Programs {
  /** @throws ForgedProgramError where it is not as it was published */
  current(merchantId: string): Promise<ProgramVersion | null>;
  /**
   * A version never changes: it is read from the database once for each process.
   * @throws ForgedProgramError where it is not as it was published
   */
  version(merchantId: string, version: number): Promise<ProgramVersion | null>;
  /** Newest first, from before a version on. `program` null: it is not as it was published. */
  list(
    merchantId: string,
    page: { before?: number; limit: number },
  ): Promise<(Omit<ProgramVersion, 'program'> & { program: Program | null })[]>;
  /**
   * Publishes the next version, whatever has become of the others.
   * @param over the version whose place it takes, 0: none; left out: the newest
   * @throws ConcurrentChangeError when somebody else published at the same moment, or after `over`
   */
  publish(merchantId: string, program: Program, now: Date, over?: number): Promise<ProgramVersion>;
}

/** Pinned versions kept in memory by one process. */
const REMEMBERED = 500;

/**
 * The programs of one database; pinned versions are remembered by this process.
 * @param unfair what is left by versions that know no fair expiry
 */
export function createPrograms(
  mongo: Mongo,
  seals: ProgramSeals,
  unfair: Pick<FormerForm, 'mayBeFound'>,
): Programs {
  const remembered = new Map<string, ProgramVersion>();

  const newest = (merchantId: string): Promise<ProgramDoc | null> =>
    mongo.findOne(programModel, { merchantId }, { sort: { version: -1 } });

  async function published(doc: ProgramDoc): Promise<ProgramVersion> {
    await requirePublished(seals, doc);
    const program = publishedProgram(doc.program);
    const endsStand = program.messages.expiring?.fair === true && (await unfair.mayBeFound(null));
    const { version, publishedAt } = doc;
    return { version, program, publishedAt, ...(endsStand ? { endsStand } : {}) };
  }

  return {
    async current(merchantId) {
      const doc = await newest(merchantId);
      return doc && published(doc);
    },
    async version(merchantId, version) {
      const id = `${merchantId}/${version}`;
      const known = remembered.get(id);
      if (known) return known;
      const doc = await mongo.findOne(programModel, { _id: id, merchantId });
      if (!doc) return null;
      const found = await published(doc);
      if (found.endsStand) return found;
      if (remembered.size >= REMEMBERED) remembered.delete(remembered.keys().next().value!);
      remembered.set(id, found);
      return found;
    },
    async list(merchantId, { before, limit }) {
      const docs = await mongo.find(
        programModel,
        { merchantId, ...(before === undefined ? {} : { version: { $lt: before } }) },
        { sort: { version: -1 }, limit },
      );
      return Promise.all(
        docs.map((doc) => published(doc).catch((error: unknown) => unpublished(doc, error))),
      );
    },
    async publish(merchantId, program, now, over) {
      const before = (await newest(merchantId))?.version ?? 0;
      if (over !== undefined && before !== over)
        throw new ConcurrentChangeError(`Version ${before} was published over ${over} by somebody else.`);
      const version = before + 1;
      const made = {
        ...{ _id: `${merchantId}/${version}`, merchantId, version, publishedAt: now },
        // As MongoDB gives it back, which keeps a field that is there and undefined as null.
        program: JSON.parse(JSON.stringify(program)) as unknown,
      };
      try {
        await mongo.of(programModel).create([{ ...made, seal: seals.seal(made) }]);
      } catch (error) {
        if (isDuplicateKey(error))
          throw new ConcurrentChangeError(`Version ${version} was published by somebody else.`);
        throw error;
      }
      return { version, program, publishedAt: now };
    },
  };
}

/** What is said of a version that somebody has changed by hand. @throws any other error */
function unpublished(
  { version, publishedAt }: ProgramDoc,
  error: unknown,
): Omit<ProgramVersion, 'program'> & { program: null } {
  if (!(error instanceof ForgedProgramError)) throw error;
  return { version, publishedAt, program: null };
}
