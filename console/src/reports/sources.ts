import { storeNamed, storeUnnamed } from '../stores';
import { reports, sales } from '../words/pt';
import { NO_SOURCE } from './behind-queries';
import type { SourceSearch } from './behind-queries';
import type { Activity } from './report-queries';

/** Where sales were made. */
type Source = Pick<Activity['rows'][number], 'storeId' | 'storeName' | 'channel'>;

/** What the columns of a source are called. */
export const SOURCE_HEADS: readonly string[] = [reports.source.store, reports.source.channel];

/** What a line of a source begins with: its store by name, and its channel. */
export function sourceCells({ storeId, storeName, channel }: Source): string[] {
  const { unknown } = reports.source;
  if (channel === null) return [storeName ?? storeId ?? unknown, unknown];
  const store = storeName ?? (storeId === null ? storeUnnamed(channel) : storeNamed([], storeId));
  return [store, sales.channels[channel]];
}

/** What the lists behind a line of a source are narrowed to. */
export function sourceSearch({ storeId, channel }: Source): SourceSearch {
  return { loja: storeId ?? NO_SOURCE, canal: channel ?? NO_SOURCE };
}

/** One text for each source. */
export function sourceKey({ storeId, channel }: Source): string {
  return JSON.stringify([storeId, channel]);
}
