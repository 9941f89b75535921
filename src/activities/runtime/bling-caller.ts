import { randomUUID } from 'node:crypto';
import { asyncLocalStorage } from '@temporalio/activity';
import type { Caller } from '../../bling';

/** Steps whose calls come after those of sales. */
const CLASS_OF: Readonly<Record<string, Caller['class']>> = {
  reconcilePage: 'reconciliation',
  readContacts: 'import',
};

/** Who calls Bling in a step: the run, however often and in however many steps it does. */
export function blingCaller(): Caller {
  const info = asyncLocalStorage.getStore()?.info;
  const run = info?.workflowExecution?.workflowId;
  return { key: run ?? randomUUID(), class: CLASS_OF[info?.activityType ?? ''] ?? 'sale' };
}
