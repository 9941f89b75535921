import type { z } from 'zod';
import type { AuditLine } from '../../store';
import type { ActorNames, AppDeps, Route } from '../http';
import { ACTS, actorNames, endpoint, iso, placeAfter, readPlace } from '../http';
import { auditExample, auditListSchema, auditQuerySchema } from './audit-schema';
import type { auditLineSchema } from './audit-schema';

/** Who did what, from where, and what changed by it. */
export function auditRoutes(deps: AppDeps): Route[] {
  return [
    endpoint(deps, {
      method: 'get',
      path: '/v1/audit',
      permission: 'audit',
      tag: 'Audit',
      summary: 'Every privileged act, newest first',
      description:
        'A line is written before its act is done, and says afterwards how it ended; none is ever changed or removed. Acts that were refused because of who asked are there as `forbidden`, one line for each act of somebody within a quarter of an hour. A call repeated with its `Idempotency-Key`, a dry run, and what was malformed are no acts. Movements of value at the counter, and sales that a channel tells of, are in statements instead.',
      query: auditQuerySchema,
      reply: {
        description: 'A page of the audit',
        schema: auditListSchema,
        example: { data: [auditExample], next: null },
      },
      async answer({ merchantId, query: { limit, before } }) {
        const page = { limit, ...(before === undefined ? {} : readPlace(before)) };
        const lines = await deps.store.audit.list(merchantId, page);
        const names = await actorNames(deps.store, merchantId, lines);
        return {
          data: lines.map((line) => view(line, names)),
          next: placeAfter(lines, limit, ({ at }) => at),
        };
      },
    }),
  ];
}

function view(line: AuditLine, names: ActorNames): z.output<typeof auditLineSchema> {
  const { id, at, actor, address, act, subject, outcome, before, after, requestId } = line;
  const actorId = actor.kind === 'installation' ? null : actor.id;
  return {
    id,
    at: iso(at),
    actor: { kind: actor.kind, id: actorId, name: names(actor) },
    ...{ address, act, text: wordsOf(act), subject, outcome },
    ...{ before: before, after: after },
    requestId,
  };
}

/** One of a newer version goes by its name. */
function wordsOf(act: string): string {
  return (ACTS as Readonly<Record<string, string>>)[act] ?? act;
}
