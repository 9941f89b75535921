import { problemText, programProblems } from './problems';
import type { ProgramProblem } from './problems';
import { programSchema } from './schema';
import type { Program } from './schema';

/** The outcome of reading a program: ready to be published, or everything that is wrong with it. */
export type ProgramCheck = { ok: true; program: Program } | { ok: false; problems: ProgramProblem[] };

/**
 * Reads a program as a merchant sent it. Fields are checked first, then how they fit together, so a second list of
 * problems may follow once the first is mended. One problem per field.
 */
export function checkProgram(json: unknown): ProgramCheck {
  const result = programSchema.safeParse(json, { error: problemText });
  if (result.success) return { ok: true, program: result.data };
  const problems = result.error.issues.flatMap(programProblems);
  return { ok: false, problems: [...new Map(problems.map((problem) => [problem.path, problem])).values()] };
}
