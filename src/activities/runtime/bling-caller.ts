import { randomUUID } from 'node:crypto';
import { asyncLocalStorage } from '@temporalio/activity';
import type { Caller } from '../../bling';

/** Who calls Bling in a step: the run, however often and in however many steps it does. */
export function blingCaller(): Caller {
  const run = asyncLocalStorage.getStore()?.info.workflowExecution?.workflowId;
  return { key: run ?? randomUUID(), class: 'sale' };
}
