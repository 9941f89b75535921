import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, bodyOf, Refused } from '../../api';
import type { Schema } from '../../api';
import type { Preview } from './draft-context';
import type { Draft } from './json-path';

/** Short enough that words follow what is typed, long enough for the next key. */
const PAUSE_MS = 80;
const NO_ERRORS: ReadonlyMap<string, string> = new Map();

/** What the API says of a draft. */
export interface Previewed {
  preview: Preview | undefined;
  current: boolean;
  errors: ReadonlyMap<string, string>;
  failure: unknown;
}

/** Has a draft put into words whenever it has changed. What was said last stays until something else is. */
export function usePreview(draft: Draft, exampleCents: number): Previewed {
  const wanted = JSON.stringify({ program: draft, exampleCents });
  const asked = useSettled(wanted);
  const { data, error } = useQuery({
    queryKey: ['program', 'preview', asked],
    queryFn: () =>
      bodyOf(
        api.POST('/v1/program/preview', {
          body: JSON.parse(asked) as { program: Schema<'Program'>; exampleCents: number },
        }),
      ),
    gcTime: 60_000,
  });
  const [last, setLast] = useState(data);
  if (data !== undefined && data !== last) setLast(data);
  const errors = fieldErrors(error);
  return {
    preview: data ?? last,
    current: asked === wanted && data !== undefined,
    errors: errors ?? NO_ERRORS,
    failure: errors ? null : error,
  };
}

/** What is wrong, by place; null: the failure is another. */
function fieldErrors(error: unknown): ReadonlyMap<string, string> | null {
  if (!(error instanceof Refused) || error.code !== 'invalid_request' || error.fields.length === 0)
    return null;
  return new Map(error.fields.map(({ field, message }) => [field, message]));
}

/** A text once it has stayed the same for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
