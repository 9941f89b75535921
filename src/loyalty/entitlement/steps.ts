/** What a process asks for: a history has it at once, the engines have to wait for it. */
export type Answer<T> = T | Promise<T>;

/** A process that is written once for both: wherever it asks, whoever runs it puts the answer in. */
export type Steps<T> = Generator<unknown, T, unknown>;

/** Asks, within a process: `const grants = yield* ask(around.grants())`. */
export function* ask<T>(answer: Answer<T>): Steps<T> {
  return (yield answer) as T;
}

/** Runs a process whose answers are all there at once. @throws TypeError where one is not */
export function runAtOnce<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) {
    if (step.value instanceof Promise)
      throw new TypeError('An answer that takes time cannot be had at once.');
    step = steps.next(step.value);
  }
  return step.value;
}

/** Runs a process, waiting for each answer before it goes on. An answer that fails ends it. */
export async function runAwaiting<T>(steps: Steps<T>): Promise<T> {
  let step = steps.next();
  while (!step.done) step = steps.next(await step.value);
  return step.value;
}
