import type { RouteConfig } from '@asteasolutions/zod-to-openapi';
import { forbidden, STANDINGS, whoMay } from '../access/permission';
import type { Permission } from '../access/permission';
import type { Problem } from './problem';

type Said = Pick<RouteConfig, 'security' | 'description' | 'x-permission'>;

/** What OpenAPI says of who may call, at the end of what else is said. */
export function describePermission(permission: Permission, description?: string): Said {
  const allowed = whoMay(permission);
  const roles = allowed.filter((one) => one === 'owner' || one === 'manager' || one === 'staff');
  const scopes = allowed.filter((one) => one === 'full' || one === 'till' || one === 'read');
  const keys = scopes.length === 0 ? 'no keys' : `keys ${scopes.map((scope) => `\`${scope}\``).join(', ')}`;
  const who = `Permission \`${permission}\`: ${roles.join(', ')}; ${keys}.`;
  return {
    security: [{ apiKey: [] }],
    'x-permission': permission,
    description: description === undefined ? who : `${description}\n\n${who}`,
  };
}

/** The refusal of those who may not; none where all may. */
export function refusedTo(permission: Permission): Problem[] {
  const allowed = whoMay(permission);
  const others = STANDINGS.filter((one) => !allowed.includes(one));
  return others.slice(0, 1).map((one) => forbidden(one, permission));
}
