import type { ReactNode } from 'react';
import type { Schema } from '../api';
import { Mark } from '../lists';
import { sales } from '../words/pt';

type Status = Schema<'SaleSummary'>['status'];

/** What needs a person is red, what holds value blue; the rest is over, or goes on by itself. */
const COLORS: Partial<Record<Status, string>> = {
  refused: 'red.9',
  unidentified: 'red.9',
  in_review: 'red.9',
  pending: 'indigo.7',
  active: 'indigo.7',
};

/** What became of a sale's benefit, in a word. */
export function StatusBadge({ status }: { status: Status }): ReactNode {
  return <Mark color={COLORS[status]}>{sales.statuses[status]}</Mark>;
}
