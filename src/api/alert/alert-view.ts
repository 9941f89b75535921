import type { z } from 'zod';
import type { Alert } from '../../store';
import { iso, isoOrNull } from '../http';
import type { alertSchema } from './alert-schema';

/** An alert as it is answered. */
export function alertView(alert: Alert): z.output<typeof alertSchema> {
  const { id, kind, subject, text, facts, raisedAt, lastSeenAt, resolvedAt } = alert;
  return {
    id,
    kind,
    subject,
    text,
    facts,
    raisedAt: iso(raisedAt),
    lastSeenAt: iso(lastSeenAt),
    resolvedAt: isoOrNull(resolvedAt),
  };
}
