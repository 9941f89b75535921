/**
 * Does `work` for each of `all`, at most `atOnce` at a time, and answers in the order given. After a failure nothing more is
 * begun; what is under way is waited for, so that nothing goes on behind the back of whoever asked.
 */
export async function inParallel<In, Out>(
  atOnce: number,
  all: readonly In[],
  work: (one: In) => Promise<Out>,
): Promise<Out[]> {
  const answers = new Array<Out>(all.length);
  const failures: unknown[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < all.length && failures.length === 0) {
      const index = next;
      next += 1;
      try {
        answers[index] = await work(all[index]!);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, lane));
  if (failures.length > 0) throw failures[0];
  return answers;
}
