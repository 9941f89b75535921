import { isDuplicateKey } from '../mongo';

/** An earlier attempt of the same request, or another one at the same moment, may have written it: that is as good. */
export async function unlessThere(insert: () => Promise<unknown>): Promise<void> {
  try {
    await insert();
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}
