import type { SimulatorOptions } from './options';
import { Company, situationIds } from './world';
import type { CompanyRecord, CompanySurroundings } from './world';

const day = 86_400_000;

/** Sales of the last thirty days, most of them completed. */
function addHistory(company: Company, count: number, now: number): void {
  for (let left = count; left > 0; left -= 1) {
    const at = now - day - Math.floor(((left - 1) / count) * 29 * day);
    const cancelled = company.random.chance(0.08);
    company.createOrder({ situationId: cancelled ? situationIds.cancelled : situationIds.completed }, at);
  }
}

/** The companies: the saved ones, and new ones up to the number asked for. */
export function makeCompanies(
  options: SimulatorOptions,
  saved: readonly CompanyRecord[],
  surroundings: CompanySurroundings,
): Company[] {
  const { seed = 'retorno', companies = 1, contacts = 40, history = 0 } = options;
  const made = saved.map((record) => Company.restore(record, surroundings));
  for (let index = made.length; index < companies; index += 1) {
    const company = Company.found(String(seed), index, contacts, surroundings);
    addHistory(company, history, surroundings.clock());
    made.push(company);
  }
  return made;
}
