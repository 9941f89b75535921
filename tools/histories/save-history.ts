import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { RetornoToolError } from '../processes';
import { listInManifest } from './manifest';
import { personalDataIn } from './personal-data';

/** Where the recorded histories are. */
export const HISTORIES = join(__dirname, '..', '..', 'test', 'histories');

/** Such as `sale-active`. */
const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A worker is known by process and host, in `identity` and in the name of its own queue (`1234@host-…`). */
function withoutMachine(key: string, value: unknown): unknown {
  if (key === 'identity') return 'worker';
  return key === 'name' && typeof value === 'string' && /^\d+@/.test(value) ? 'sticky' : value;
}

/** A run's history as it is stored: one event a line, names of machines left out. */
export function historyText(history: Parameters<typeof historyToJSON>[0]): string {
  const { events } = JSON.parse(historyToJSON(history)) as { events: unknown[] };
  const lines = events.map((event) => JSON.stringify(event, withoutMachine));
  return `{"events":[\n${lines.join(',\n')}\n]}\n`;
}

/**
 * Saves a history as NAME.json, and lists it. One that is there already is never written over: replay must go on for runs of its time.
 * @throws RetornoToolError where the name is malformed or taken, or the history holds what looks like personal data
 */
export async function saveHistory(
  name: string,
  history: Parameters<typeof historyToJSON>[0],
  folder = HISTORIES,
): Promise<string> {
  if (!NAME.test(name))
    throw new RetornoToolError('usage', `A history is named like sale-active, not ${name}.`);
  const text = historyText(history);
  const signs = personalDataIn(text);
  if (signs.length > 0)
    throw new RetornoToolError(
      'usage',
      `This history holds ${signs.join(', ')}, as it seems, and is not saved. Record a run of a made-up customer.`,
    );
  const file = `${name}.json`;
  try {
    await writeFile(join(folder, file), text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new RetornoToolError(
      'usage',
      `There is a ${file} already, and recorded histories are never changed: give this one another name.`,
    );
  }
  await listInManifest(folder, file, text);
  return file;
}
