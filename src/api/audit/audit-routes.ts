import type { z } from 'zod';
import type { AuditLine, Store } from '../../store';
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
        example: { data: [auditExample], names: {}, next: null },
      },
      async answer({ merchantId, query: { limit, before }, now }) {
        const page = { limit, ...(before === undefined ? {} : readPlace(before)) };
        const lines = await deps.store.audit.list(merchantId, page);
        const [names, called] = await Promise.all([
          actorNames(deps.store, merchantId, lines),
          namesIn(deps.store, merchantId, lines, new Date(now)),
        ]);
        return {
          data: lines.map((line) => view(line, names)),
          names: called,
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

/** What the people, invitations and stores are called that lines name: in the audit there are ids alone. */
async function namesIn(
  { people, links, shops }: Pick<Store, 'people' | 'links' | 'shops'>,
  merchantId: string,
  lines: readonly AuditLine[],
  now: Date,
): Promise<Record<string, string>> {
  const told = new Set(lines.flatMap(({ subject, before, after }) => textsIn([subject?.id, before, after])));
  const [members, invitations, stores] = await Promise.all([
    people.members(merchantId),
    links.invitations(merchantId, now),
    shops.list(merchantId),
  ]);
  const known = [...members.map(({ person }) => person), ...invitations, ...stores];
  return Object.fromEntries(known.filter(({ id }) => told.has(id)).map(({ id, name }) => [id, name]));
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** One of a newer version goes by its name. */
function wordsOf(act: string): string {
  return (ACTS as Readonly<Record<string, string>>)[act] ?? act;
}
