import { invitedView, messageResultsView } from './message-results-view';
import type { MessageResults } from './message-results-view';

const reminded = { kind: 'expiring', channel: 'whatsapp', reason: null } as const;
const invited = { kind: 'repurchase', heldOut: false } as const;

/** What became of messages, for examples. */
export const messageResultsExample: MessageResults = {
  ...{ asOf: '2026-11-03T12:00:00.000Z', from: '2025-11-04', until: '2026-11-03' },
  timezone: 'America/Sao_Paulo',
  ...messageResultsView([
    { ...reminded, state: 'read', count: 310 },
    { ...reminded, state: 'delivered', count: 84 },
    { ...reminded, state: 'skipped', reason: 'opted_out', count: 12 },
  ]),
  invitations: {
    ...{ backWithin: 30, until: '2026-10-03' },
    occasions: invitedView([
      { ...invited, customers: 950, cameBack: 190, totalCents: 2_850_000 },
      { ...invited, heldOut: true, customers: 50, cameBack: 6, totalCents: 84_000 },
    ]),
  },
};
