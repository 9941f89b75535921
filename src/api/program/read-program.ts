import { checkProgram } from '../../loyalty';
import type { Program } from '../../loyalty';
import { fieldError, toldErrors } from '../http';
import { Problem } from '../http/problem';

/** A program as a merchant writes it. @throws Problem `invalid_request` in the words of the program room */
export function readProgram(json: unknown): Program {
  const check = checkProgram(json);
  if (check.ok) return check.program;
  const errors = check.problems.map(({ path, message }) => fieldError(path, message));
  throw new Problem('invalid_request', { errors: toldErrors(errors) });
}
