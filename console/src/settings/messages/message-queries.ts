import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../api';
import type { Schema } from '../../api';

/** Every message as a customer would read it. */
export const previewsQuery = queryOptions({
  queryKey: ['messages', 'previews'] as readonly unknown[],
  queryFn: () => bodyOf(api.GET('/v1/messages/previews')) as Promise<{ data: Schema<'MessagePreview'>[] }>,
});

/** What e-mails say in the store's own words. */
export const textsQuery = queryOptions({
  queryKey: ['messages', 'texts'] as readonly unknown[],
  queryFn: () => bodyOf(api.GET('/v1/messages/texts')) as Promise<{ data: Schema<'MessageText'>[] }>,
});
