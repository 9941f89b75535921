import { whoDid } from '../../lists';
import { sale as words } from '../../words/pt';
import type { Sale } from './sale-query';

const labels = words.timeline;
type Event = Sale['timeline'][number];

/** What the source of a sale tells of it. */
const TOLD: ReadonlySet<string> = new Set([
  ...['received', 'open', 'completed', 'cancelled', 'missing', 'refused', 'changed', 'identified'],
]);
/** What somebody does: where it does not say who, that was not kept. */
const BY_SOMEBODY: ReadonlySet<string> = new Set(['returned', 'claimed', 'earns_late', 'unsilenced']);
/** Movements that follow from what the source tells. */
const MOVED: ReadonlySet<string> = new Set([
  ...['EARN_PENDING', 'CANCEL_PENDING', 'CLAWBACK', 'DEBT_OPEN', 'REINSTATE'],
]);

/** Whoever had it done: a person, a key, Bling, or nobody but the system. */
export function byWhom(event: Event, channel: Sale['channel']): string {
  return whoDid(event) ?? ofItself(event, channel === 'bling');
}

function ofItself({ source, event }: Event, fromBling: boolean): string {
  if (source === 'message') return labels.system;
  if (source === 'ledger') return fromBling && MOVED.has(event) ? labels.bling : labels.system;
  if (BY_SOMEBODY.has(event)) return labels.unkept;
  if (!TOLD.has(event)) return labels.system;
  return fromBling ? labels.bling : labels.unkept;
}
