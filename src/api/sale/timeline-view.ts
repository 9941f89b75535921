import type { z } from 'zod';
import type { Sale } from '../../loyalty';
import { messageFate, messageTitle } from '../../messaging';
import type { Message, StatementLine } from '../../store';
import { entryText, movedAmount } from '../ledger';
import { iso } from '../http';
import type { KeyNamed } from '../http';
import type { saleSchema } from './sale-schema';

type TimelineEvent = z.output<typeof saleSchema>['timeline'][number];

interface Told {
  entries: readonly StatementLine[];
  messages: readonly Message[];
  keyNamed: KeyNamed;
}

/** Everything that happened to a sale, oldest first: what its source said, how value moved, what was sent, and by whom. */
export function timelineView(
  sale: Pick<Sale, 'id' | 'timeline'>,
  { entries, messages, keyNamed }: Told,
): TimelineEvent[] {
  const own = issuedLots(sale.id, entries);
  const events: TimelineEvent[] = [
    ...sale.timeline.map(({ at, event, text, by }) => ({
      ...{ at: iso(at), source: 'sale' as const, event, text },
      ...{ operator: by?.operator ?? null, key: keyNamed(by?.keyId) },
    })),
    ...entries.map((entry) => ({
      at: iso(entry.at),
      source: 'ledger' as const,
      event: entry.type,
      text: entryText(entry, movedAmount(ownPart(entry, sale.id, own))),
      operator: entry.cause.operator ?? null,
      key: keyNamed(entry.cause.keyId),
    })),
    ...messages.map(messageEvent),
  ];
  return events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** The lots this sale gave: those issued because of it. */
function issuedLots(saleId: string, entries: readonly StatementLine[]): Set<string> {
  const issued = entries
    .filter(({ cause }) => cause.saleId === saleId)
    .flatMap(({ moves }) => moves.filter(({ from }) => from === 'issued'));
  return new Set(issued.map(({ lotId }) => lotId));
}

/** A redemption draws on lots of many sales: here only this sale's part counts. What the sale caused counts whole. */
function ownPart(
  entry: StatementLine,
  saleId: string,
  own: ReadonlySet<string>,
): Pick<StatementLine, 'type' | 'moves' | 'debt'> {
  const { type, cause, moves, debt } = entry;
  if (cause.saleId === saleId) return entry;
  // The debt a merge carries is no sale's.
  const merges = type === 'MERGE_OUT' || type === 'MERGE_IN';
  return { type, moves: moves.filter(({ lotId }) => own.has(lotId)), debt: merges ? 0 : debt };
}

function messageEvent(message: Message): TimelineEvent {
  const { kind, state, sentAt, updatedAt } = message;
  return {
    at: iso(sentAt ?? updatedAt),
    source: 'message',
    event: `${kind}_${state}`,
    text: `${messageTitle(message)}: ${messageFate(message)}`,
    operator: null,
    key: null,
  };
}
