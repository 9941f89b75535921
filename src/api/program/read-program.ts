import { checkProgram, looksPersonal } from '../../loyalty';
import type { Program } from '../../loyalty';
import { fieldError, toldErrors } from '../http';
import { Problem } from '../http/problem';

/** A program as a merchant writes it. @throws Problem `invalid_request` in the words of the program room */
export function readProgram(json: unknown): Program {
  const check = checkProgram(json);
  const personal = check.ok ? personalIds(check.program) : [];
  if (check.ok && personal.length === 0) return check.program;
  const problems = check.ok ? personal.map((path) => ({ path, message: PERSONAL })) : check.problems;
  const errors = problems.map(({ path, message }) => fieldError(path, message));
  throw new Problem('invalid_request', { errors: toldErrors(errors) });
}

const PERSONAL =
  'Este identificador aparece no Temporal e no extrato, e parece um CPF, CNPJ ou telefone. Escreva, por exemplo, cashback-5.';

/** Where ids of rules and vouchers look as if they named a person. */
function personalIds({ earning, vouchers }: Program): string[] {
  return [
    ...earning.rules.flatMap(({ id }, index) => (looksPersonal(id) ? [`earning.rules[${index}].id`] : [])),
    ...Object.keys(vouchers).flatMap((name) => (looksPersonal(name) ? [`vouchers.${name}`] : [])),
  ];
}
