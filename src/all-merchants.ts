import type { Store } from './store';

const AT_ONCE = 100;

/** The ids of all merchants of the installation, read a page at a time. */
export async function* allMerchants({ merchants }: Pick<Store, 'merchants'>): AsyncGenerator<string> {
  let after: string | null = null;
  do {
    const page: string[] = await merchants.ids({ after, limit: AT_ONCE });
    yield* page;
    after = page.length < AT_ONCE ? null : page.at(-1)!;
  } while (after !== null);
}
