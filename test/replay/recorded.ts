import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { HISTORIES } from '../../tools/histories';
import { factsOf } from './history-facts';
import type { RecordedEvent } from './history-facts';

/** A history as it was recorded. */
export interface RecordedHistory {
  /** Its file without `.json`. */
  name: string;
  history: ReturnType<typeof historyFromJSON>;
  facts: string[];
}

/** All recorded histories, by name. */
export function recordedHistories(): RecordedHistory[] {
  return readdirSync(HISTORIES)
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      const json = JSON.parse(readFileSync(join(HISTORIES, file), 'utf8')) as { events: RecordedEvent[] };
      return { name: basename(file, '.json'), facts: factsOf(json.events), history: historyFromJSON(json) };
    });
}
