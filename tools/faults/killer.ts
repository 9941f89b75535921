import { setTimeout as pause } from 'node:timers/promises';
import { waitUntil } from '../processes';
import type { Course } from './course';
import type { House } from './house';
import type { KeptProcess } from './kept-process';
import type { Random } from './random';

const BETWEEN_MS = { min: 1_000, max: 4_000 };
const DOWN_MS = { min: 100, max: 3_000 };
const UP_WITHIN_MS = 300_000;

/** Kills so many processes, each chosen by chance out of those that are up, with pauses by chance. */
export async function killSome(
  { processes, signal }: Pick<House, 'processes' | 'signal'>,
  { random, course, kills }: { random: Random; course: Course; kills: number },
): Promise<void> {
  for (let number = 0; number < kills; number += 1) {
    await pause(random.whole(BETWEEN_MS.min, BETWEEN_MS.max), undefined, { signal });
    await course.beforeKill(number);
    const order = random.shuffled(processes);
    const downMs = random.whole(DOWN_MS.min, DOWN_MS.max);
    await waitUntil(() => Promise.resolve(order.some((process) => process.kill(downMs))), {
      what: 'Some process is up and can be killed',
      timeoutMs: UP_WITHIN_MS,
      signal,
    });
    course.kill();
  }
}

/** Waits until nothing is down. */
export async function untilAllAreUp({
  processes,
  signal,
}: Pick<House, 'processes' | 'signal'>): Promise<void> {
  const down = (): KeptProcess[] => processes.filter(({ isUp }) => !isUp);
  await waitUntil(
    () => {
      const names = down().map(({ name }) => name);
      return names.length === 0
        ? Promise.resolve(true)
        : Promise.reject(new Error(`down: ${names.join(', ')}`));
    },
    { what: 'Everything that was killed is up again', timeoutMs: UP_WITHIN_MS, signal },
  );
}
