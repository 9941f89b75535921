import type {
  ActivitySums,
  CountedEntry,
  EndingSum,
  HeldLot,
  InvitedSum,
  MessageSum,
  OutstandingSum,
  Reports,
  ReturningRow,
  ReturningSums,
  SaleTroubles,
  SoldSum,
} from '../../../src/store';

/** What the reports of a fake store come to, for any merchant but the other. */
export interface HeldReports {
  activity: ActivitySums;
  outstanding: OutstandingSum[];
  ending: EndingSum[];
  troubles: SaleTroubles;
  sold: SoldSum[];
  returning: ReturningSums;
  returningBySource: ReturningRow[];
  movements: CountedEntry[];
  lots: HeldLot[];
  messages: MessageSum[];
  invited: InvitedSum[];
  /** The arguments of every call. */
  asked: unknown[][];
}

const NOTHING = { count: 0, more: false };

/** Reports of a merchant to whom nothing has happened. */
export function noReports(): HeldReports {
  return {
    activity: { moved: [], debts: [] },
    outstanding: [],
    ending: [],
    troubles: {
      ...{ unidentified: NOTHING, refused: NOTHING, parked: NOTHING },
      late: { ...NOTHING, first: [] },
    },
    sold: [],
    returning: { customers: 0, repeatCustomers: 0, purchases: 0, totalCents: 0, repeatTotalCents: 0 },
    returningBySource: [],
    movements: [],
    lots: [],
    messages: [],
    invited: [],
    asked: [],
  };
}

/** Reports that answer as held, and remember what they were asked. */
export function reportsIn(held: HeldReports): Reports {
  const answer = <T>(what: T, asked: unknown[]): Promise<T> => {
    held.asked.push(asked);
    return Promise.resolve(what);
  };
  return {
    activity: (...asked) => answer(held.activity, ['activity', ...asked]),
    outstanding: (...asked) => answer(held.outstanding, ['outstanding', ...asked]),
    ending: (...asked) => answer(held.ending, ['ending', ...asked]),
    troubles: (...asked) => answer(held.troubles, ['troubles', ...asked]),
    standing: (...asked) => answer(held.troubles, ['standing', ...asked]),
    returning: (...asked) => answer(held.returning, ['returning', ...asked]),
    returningBySource: (...asked) => answer(held.returningBySource, ['returningBySource', ...asked]),
    movements: (...asked) => answer(held.movements, ['movements', ...asked]),
    lots: (...asked) => answer(held.lots, ['lots', ...asked]),
    messages: (...asked) => answer(held.messages, ['messages', ...asked]),
    invited: (...asked) => answer(held.invited, ['invited', ...asked]),
    sold: (...asked) => answer(held.sold, ['sold', ...asked]),
  };
}
