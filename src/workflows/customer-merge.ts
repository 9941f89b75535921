import { continueAsNew, setCurrentDetails, workflowInfo } from '@temporalio/workflow';
import { sayingIfCancelled } from './cancelled';
import type { CustomerMergeInput } from './definitions';
import { CUSTOMER_MERGE_INPUT } from './payload-shapes';
import { refuseInputUnlike } from './payloads';
import { mergeCustomers, wakeMovedSales } from './steps';

/** What remains of a run when it ends: whether the records are one, and how many sales changed hands. */
export interface CustomerMergeReceipt {
  merged: boolean;
  sales: number;
}

/**
 * Makes two records of one person one, where that was proved, and wakes the sales that changed hands by a merge or its undoing.
 * However many lots and sales there are, nobody waits for it. Cancelled, it leaves what is done, and the sweep begins another.
 */
export async function customerMerge(input: CustomerMergeInput): Promise<CustomerMergeReceipt> {
  refuseInputUnlike(input, CUSTOMER_MERGE_INPUT);
  return sayingIfCancelled(CANCELLED, () => seeThrough(input));
}

const CANCELLED =
  'O que já foi unido ou separado vale, e nenhum valor se perde. Se a união já tinha começado, a varredura de execuções perdidas a termina; se não, ela começa quando um dos cadastros for reconhecido de novo. Para desfazer uma união, use `POST /v1/merges/{id}/undo`.';

async function seeThrough(input: CustomerMergeInput): Promise<CustomerMergeReceipt> {
  if (input.proven && !(await mergeCustomers(input)).merged) {
    setCurrentDetails(
      'Os cadastros não podem mais ser unidos: um deles já foi unido a outro ou separado por uma pessoa.',
    );
    return { merged: false, sales: 0 };
  }
  for (let sales = input.skip ?? 0; ;) {
    const { looked, done } = await wakeMovedSales(input, sales);
    sales = looked;
    const what = input.undone ? 'União de cadastros desfeita' : 'Cadastros unidos';
    setCurrentDetails(`${what}: ${sales} ${sales === 1 ? 'venda conferida' : 'vendas conferidas'}.`);
    if (done) return { merged: !input.undone, sales };
    if (workflowInfo().continueAsNewSuggested)
      await continueAsNew<typeof customerMerge>({ ...input, proven: null, skip: sales });
  }
}
