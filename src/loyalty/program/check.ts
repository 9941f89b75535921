import { problemText, programProblems, readBounded } from '../words/issues';
import type { ProgramProblem } from '../words/issues';
import { programSchema } from './schema';
import type { Program } from './schema';

/** The outcome of reading a program: ready to be published, or what is wrong with it; of a huge one the first hundred problems. */
export type ProgramCheck = { ok: true; program: Program } | { ok: false; problems: ProgramProblem[] };

/**
 * Reads a program as a merchant sent it. Fields are checked first, then how they fit together, so a second list of
 * problems may follow once the first is mended. One problem per field.
 */
export function checkProgram(json: unknown): ProgramCheck {
  const reading = readBounded(programSchema, json, problemText);
  if (reading.ok) return { ok: true, program: reading.data };
  const problems = reading.issues.flatMap(programProblems);
  return { ok: false, problems: [...new Map(problems.map((problem) => [problem.path, problem])).values()] };
}
