/**
 * What a step is done for. Each has a task queue of its own with its own slots, and may have its own processes, so that no kind of
 * work waits behind another: `counter` is all that a person waits for, `batch` all that nobody waits for.
 */
export const QUEUES = ['counter', 'sale', 'bling', 'messages', 'batch'] as const;

export type Queue = (typeof QUEUES)[number];

/**
 * The name of a queue in Temporal. Sales have the installation's bare one: it was the only one once, and what began on it goes on
 * there for as long as there are sales.
 */
export function queueName(taskQueue: string, queue: Queue): string {
  return queue === 'sale' ? taskQueue : `${taskQueue}-${queue}`;
}

/** The installation's bare name, out of the name of any of its queues. */
export function taskQueueOf(name: string): string {
  const suffix = QUEUES.find((queue) => queue !== 'sale' && name.endsWith(`-${queue}`));
  return suffix === undefined ? name : name.slice(0, -suffix.length - 1);
}
