import { z } from 'zod';
import { BlingApiError } from '../http';
import { pageQuery } from '../order';
import type { PageRequest } from '../order';
import type { BlingAccount } from '../http';
import type { ApiCall } from './calls';
import type { Requester } from './requester';

/** One page of a list. Bling may repeat a row on a later page: whoever collects pages drops repeated ids. */
export interface BlingPage<T> {
  rows: T[];
  /** Whether another page may follow; the page was full. */
  more: boolean;
}

/** Reads one thing; `null` when Bling itself says that it does not exist. */
export async function find<T>(
  requester: Requester,
  account: BlingAccount,
  call: ApiCall<T>,
): Promise<T | null> {
  try {
    return await requester.get(account, call);
  } catch (error) {
    if (error instanceof BlingApiError && error.kind === 'not_found') return null;
    throw error;
  }
}

/** Reads one page of a list; `call.data` is the shape of a row. */
export async function page<T>(
  requester: Requester,
  account: BlingAccount,
  request: PageRequest,
  call: ApiCall<T>,
): Promise<BlingPage<T>> {
  const query = pageQuery(request);
  const rows = await requester.get(account, {
    ...call,
    query: { ...call.query, ...query },
    data: z.array(call.data),
  });
  return { rows, more: rows.length >= query.limite };
}
