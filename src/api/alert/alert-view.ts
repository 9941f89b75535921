import type { z } from 'zod';
import type { Alert } from '../../store';
import { saleIdOf } from '../../ids';
import { subjectOfRun } from '../../workflows';
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
    about: aboutOf(alert),
    raisedAt: iso(raisedAt),
    lastSeenAt: iso(lastSeenAt),
    resolvedAt: isoOrNull(resolvedAt),
  };
}

/** Where it can be looked into, by the ids among its facts: alerts of every kind name what they are about in the same few ways. */
function aboutOf({ merchantId, facts }: Alert): z.output<typeof alertSchema>['about'] {
  const { connectionId, workflowId, firstMisfit } = facts;
  if (typeof connectionId === 'string') return { kind: 'connection', id: connectionId };
  const run = typeof workflowId === 'string' ? subjectOfRun(workflowId) : null;
  if (run?.kind === 'sale') return { kind: 'sale', id: saleIdOf({ merchantId, ...run }) };
  if (run) return run;
  const { customerId } = (firstMisfit ?? {}) as { customerId?: unknown };
  return typeof customerId === 'string' ? { kind: 'customer', id: customerId } : null;
}
