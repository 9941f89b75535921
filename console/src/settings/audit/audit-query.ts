import { queryOptions } from '@tanstack/react-query';
import type { UnusedSkipTokenOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../api';
import type { Schema } from '../../api';

export type AuditLine = Schema<'AuditLine'>;

/** A page of the audit, newest first. */
export interface AuditLines {
  data: AuditLine[];
  /** What people, invitations and stores are called, by their ids. */
  names: Record<string, string>;
  next: string | null;
}

const PAGE = 20;

/** The page that begins at a place: what is written down meanwhile moves none of its lines. */
export function auditQuery(
  before: string | undefined,
): UnusedSkipTokenOptions<AuditLines, Error, AuditLines, readonly unknown[]> {
  const query = { limit: PAGE, ...(before === undefined ? {} : { before }) };
  return queryOptions({
    queryKey: ['audit', query] as readonly unknown[],
    queryFn: () => bodyOf(api.GET('/v1/audit', { params: { query } })),
  });
}
