import type { RouteConfig } from '@asteasolutions/zod-to-openapi';
import { forbidden, STANDINGS, whoMay } from '../access/permission';
import type { Admission, Permission } from '../access/permission';
import type { KeyScope } from '../../store';
import type { Problem, ProblemCode } from './problem';

type Said = Pick<RouteConfig, 'security' | 'description'> & { 'x-permission'?: string };

/** What OpenAPI says of who may call, at the end of what else is said. */
export function describePermission(permission: Admission, description?: string): Said {
  if (permission === 'public') return description === undefined ? {} : { description };
  const who =
    permission === 'signed-in' ? 'For whoever has signed in, about themselves.' : whoSaid(permission);
  const keys = permission !== 'signed-in' && scopesOf(permission).length > 0;
  return {
    security: [...(keys ? [{ apiKey: [] }] : []), { session: [] }],
    'x-permission': permission,
    description: description === undefined ? who : `${description}\n\n${who}`,
  };
}

function whoSaid(permission: Permission): string {
  const allowed = whoMay(permission);
  const roles = allowed.filter((one) => one === 'owner' || one === 'manager' || one === 'staff');
  const scopes = scopesOf(permission);
  const keys = scopes.length === 0 ? 'no keys' : `keys ${scopes.map((scope) => `\`${scope}\``).join(', ')}`;
  return `Permission \`${permission}\`: ${roles.join(', ')}; ${keys}.`;
}

/** The keys that are let in. */
function scopesOf(permission: Permission): KeyScope[] {
  return whoMay(permission).filter((one) => one === 'full' || one === 'till' || one === 'read');
}

/** What those are refused with who are not let in. @param unsafe whether the call changes something */
export function refusedEntry(
  permission: Admission,
  unsafe: boolean,
): { codes: ProblemCode[]; others: Problem[] } {
  const foreign: ProblemCode[] = unsafe ? ['foreign_origin'] : [];
  if (permission === 'public') return { codes: foreign, others: [] };
  if (permission === 'signed-in') return { codes: ['unauthenticated', ...foreign], others: [] };
  const allowed = whoMay(permission);
  const other = STANDINGS.find((one) => !allowed.includes(one));
  return {
    codes: [
      'unauthenticated',
      'merchant_suspended',
      'second_factor_missing',
      ...foreign,
      ...(other ? [] : (['forbidden'] as const)),
    ],
    others: other ? [forbidden(other, permission)] : [],
  };
}
