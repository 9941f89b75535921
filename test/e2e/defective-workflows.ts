/** As a defect in the code of a redemption's run would fail: each of its workflow tasks, for ever. */
export function redemption(): Promise<never> {
  return Promise.reject(new Error('A defect.'));
}
