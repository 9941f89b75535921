import { queryOptions } from '@tanstack/react-query';
import type { UnusedSkipTokenOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../api';
import type { Schema } from '../api';

export type Liability = Schema<'LiabilityReport'>;
export type Activity = Schema<'ActivityReport'>;
export type Returning = Schema<'ReturningReport'>;
export type MessageResults = Schema<'MessageResults'>;

/** What a report is about, as the address has it. */
export interface ReportSearch {
  /** Local dates of the store, both inclusive; left out: the last twelve months. */
  de?: string | undefined;
  ate?: string | undefined;
  /** Also by store and channel. */
  por?: 'origem' | undefined;
  /** Left out: cashback. */
  beneficio?: 'pontos' | 'vales' | undefined;
}

/** A report: read for the page, and as the file of its table. */
export interface Report<T> {
  query: UnusedSkipTokenOptions<T, Error, T, readonly unknown[]>;
  file: () => Promise<Blob>;
}

const AS_FILE = { headers: { Accept: 'text/csv' }, parseAs: 'blob' } as const;

/** What is owed, by the month in which it ends. */
export function liabilityReport(search: ReportSearch): Report<Liability> {
  const query = { by: byOf(search) };
  return {
    query: queryOptions({
      queryKey: ['report', 'liability', query] as readonly unknown[],
      queryFn: async () =>
        (await bodyOf(api.GET('/v1/reports/liability', { params: { query } }))) as Liability,
    }),
    file: () => bodyOf(api.GET('/v1/reports/liability', { params: { query }, ...AS_FILE })),
  };
}

/** What was granted, used, expired and taken back. */
export function activityReport(search: ReportSearch): Report<Activity> {
  const query = periodOf(search);
  return {
    query: queryOptions({
      queryKey: ['report', 'activity', query] as readonly unknown[],
      queryFn: async () => (await bodyOf(api.GET('/v1/reports/activity', { params: { query } }))) as Activity,
    }),
    file: () => bodyOf(api.GET('/v1/reports/activity', { params: { query }, ...AS_FILE })),
  };
}

/** Who comes back, and how much is used of what was given. */
export function returningReport(search: ReportSearch): Report<Returning> {
  const query = periodOf(search);
  return {
    query: queryOptions({
      queryKey: ['report', 'returning', query] as readonly unknown[],
      queryFn: async () =>
        (await bodyOf(api.GET('/v1/reports/returning', { params: { query } }))) as Returning,
    }),
    file: () => bodyOf(api.GET('/v1/reports/returning', { params: { query }, ...AS_FILE })),
  };
}

/** What became of messages to customers, and what invitations did. */
export function messageResultsReport({ de, ate }: ReportSearch): Report<MessageResults> {
  const query = { from: de, until: ate };
  return {
    query: queryOptions({
      queryKey: ['report', 'messages', query] as readonly unknown[],
      queryFn: async () =>
        (await bodyOf(api.GET('/v1/reports/messages', { params: { query } }))) as MessageResults,
    }),
    file: () => bodyOf(api.GET('/v1/reports/messages', { params: { query }, ...AS_FILE })),
  };
}

const byOf = ({ por }: ReportSearch): 'month' | 'source' => (por === undefined ? 'month' : 'source');

interface PeriodQuery {
  from?: string | undefined;
  until?: string | undefined;
  by: 'month' | 'source';
}

function periodOf(search: ReportSearch): PeriodQuery {
  return { from: search.de, until: search.ate, by: byOf(search) };
}
