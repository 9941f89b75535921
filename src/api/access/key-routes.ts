import { z } from 'zod';
import type { ApiKey } from '../../store';
import type { AppDeps, Route } from '../http';
import { DONE, endpoint, inputText, instant, iso, isoOrNull } from '../http';
import { Problem } from '../http/problem';
import { deedOf } from './deed-of';

const tag = 'Keys';

const scope = z.enum(['full', 'till', 'read']).meta({
  description: '`full`: all but people and keys; `till`: what staff do at the counter; `read`: only to look',
});

const keySchema = z
  .strictObject({
    id: z.string(),
    label: z.string(),
    scope,
    prefix: z
      .string()
      .nullable()
      .meta({ description: 'How the key begins; null: it is of before this was kept' }),
    createdAt: instant,
    createdBy: z
      .strictObject({ id: z.string(), name: z.string().nullable() })
      .nullable()
      .meta({ description: 'Who made it; null: a tool of the installation' }),
    usedAt: instant.nullable().meta({ description: 'Its last use, to the quarter of an hour; null: never' }),
  })
  .meta({ id: 'Key' });

const madeSchema = keySchema
  .extend({ key: z.string().meta({ description: 'The key itself; told only now' }) })
  .meta({ id: 'MadeKey' });

const example = {
  ...{ id: '3fa94c0d17b28e65', label: 'Caixa da loja Centro', scope: 'till' as const, prefix: 'rk_k7qm' },
  createdAt: '2026-11-03T12:00:00.000Z',
  createdBy: { id: 'per_5h2v9kq0c4w8d1mz6p3t', name: 'Ana Exemplo' },
  usedAt: null,
};

/** The keys that speak for the merchant. */
export function keyRoutes(deps: AppDeps): Route[] {
  return [list(deps), create(deps), revoke(deps)];
}

function list(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'get',
    path: '/v1/keys',
    permission: 'key',
    tag,
    summary: 'The keys that speak for the merchant, newest first',
    reply: {
      description: 'All that were not revoked',
      schema: z.strictObject({ data: z.array(keySchema) }),
      example: { data: [example] },
    },
    async answer({ merchantId }) {
      const [keys, members] = await Promise.all([
        deps.store.merchants.keys(merchantId),
        deps.store.people.members(merchantId),
      ]);
      const names = new Map(members.map(({ person: { id, name } }) => [id, name]));
      return { data: keys.map((key) => keyView(key, names)) };
    },
  });
}

function create(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'post',
    path: '/v1/keys',
    permission: 'key',
    act: 'key.create',
    tag,
    summary: 'Make a key',
    description: 'It is in this answer and nowhere else: only a digest of it is kept.',
    body: {
      schema: z.strictObject({ label: inputText(80), scope }),
      example: { label: example.label, scope: example.scope },
    },
    reply: {
      status: 201,
      description: 'The key',
      schema: madeSchema,
      example: { ...example, key: 'rk_k7qm3Xrt9whP2b8d5fj4nK7qm3Xrt9wh' },
    },
    refusals: ['keys_full'],
    async answer({ merchantId, caller: { actor }, body: { label, scope: wanted }, now, tell }) {
      const maker = actor.kind === 'person' ? actor : null;
      const about = { label, scope: wanted, createdBy: maker?.personId ?? null };
      const made = await deps.store.merchants.issueKey(merchantId, about, new Date(now));
      if (!made) throw new Problem('keys_full');
      tell({ subject: { kind: 'key', id: made.key.id }, after: { scope: wanted } });
      const names = new Map(maker ? [[maker.personId, maker.name]] : []);
      return { ...keyView(made.key, names), key: made.apiKey };
    },
  });
}

function revoke(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'delete',
    path: '/v1/keys/{id}',
    permission: 'key',
    act: 'key.revoke',
    tag,
    summary: 'Revoke a key',
    description: 'It is refused from the next call on.',
    reply: DONE,
    refusals: ['key_not_found'],
    async answer({ merchantId, caller, id, now, tell }) {
      const key = await deps.store.merchants.revokeKey(merchantId, id, deedOf(caller, now));
      if (!key) throw new Problem('key_not_found');
      tell({ subject: { kind: 'key', id: key.id }, before: { scope: key.scope } });
    },
  });
}

function keyView(
  { id, label, scope: held, prefix, createdAt, createdBy, usedAt }: ApiKey,
  names: ReadonlyMap<string, string>,
): z.output<typeof keySchema> {
  return {
    ...{ id, label, scope: held, prefix, createdAt: iso(createdAt), usedAt: isoOrNull(usedAt) },
    createdBy: createdBy === null ? null : { id: createdBy, name: names.get(createdBy) ?? null },
  };
}
