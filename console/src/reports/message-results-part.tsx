import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatMoney, formatRate } from '../format';
import { FigureTable } from '../lists';
import { PageLink } from '../shell';
import { messages, reports as words } from '../words/pt';
import { messageResultsReport } from './report-queries';
import type { MessageResults, ReportSearch } from './report-queries';
import { ReportPart } from './report-part';

const labels = words.messageResults;
const STATES = ['waiting', 'sent', 'delivered', 'read', 'failed', 'skipped', 'unknown'] as const;
type Row = MessageResults['rows'][number];
type Invitation = MessageResults['invitations']['occasions'][number];

/** What became of the messages to customers, why some did not arrive, and what invitations did. */
export function MessageResultsPart({ search }: { search: ReportSearch }): ReactNode {
  return (
    <ReportPart
      title={labels.title}
      explain={labels.explain}
      report={messageResultsReport(search)}
      fileName={labels.file}
    >
      {({ rows, total, reasons, invitations }) => (
        <Stack gap="md">
          <FigureTable
            title={labels.title}
            heads={[labels.occasion, labels.channel]}
            figures={[labels.planned, ...STATES.map((state) => labels.states[state])]}
            lines={[
              ...rows.map((row) => ({
                key: `${row.occasion}/${row.channel}`,
                heads: [<OccasionLink key="occasion" {...row} />, labels.channels[row.channel]],
                figures: [row.planned, ...STATES.map((state) => row[state])],
              })),
              {
                key: 'total',
                heads: [words.total, ''],
                figures: [total.planned, ...STATES.map((state) => total[state])],
                sum: true,
              },
            ]}
          />
          {reasons.length > 0 && <Reasons reasons={reasons} />}
          <Invitations invitations={invitations} />
        </Stack>
      )}
    </ReportPart>
  );
}

/** What it is about, with the messages behind it. */
function OccasionLink({ occasion }: Pick<Row, 'occasion'>): ReactNode {
  return (
    <PageLink to="/mensagens" search={{ ocasiao: occasion }}>
      {messages.occasions[occasion]}
    </PageLink>
  );
}

function Reasons({ reasons }: Pick<MessageResults, 'reasons'>): ReactNode {
  const { title, reason, count } = labels.reasons;
  return (
    <FigureTable
      title={title}
      heads={[labels.occasion, labels.channel, labels.state, reason]}
      figures={[count]}
      lines={reasons.map((one) => ({
        key: [one.occasion, one.channel, one.state, one.reason].join('/'),
        heads: [
          messages.occasions[one.occasion],
          labels.channels[one.channel],
          labels.states[one.state],
          one.text,
        ],
        figures: [one.count],
      }))}
    />
  );
}

/** Those who were invited beside those who were left out; nothing where nobody was invited yet. */
function Invitations({ invitations }: Pick<MessageResults, 'invitations'>): ReactNode {
  const { title, explain, figures, tooSoon, groups } = labels.invitations;
  const { occasions, backWithin } = invitations;
  if (occasions.length === 0) return <Text size="sm">{tooSoon(backWithin)}</Text>;
  return (
    <>
      <FigureTable
        title={title}
        heads={[labels.occasion, labels.invitations.group]}
        figures={figures}
        lines={occasions.flatMap((one) =>
          (['invited', 'heldOut'] as const).map((group) => ({
            key: `${one.occasion}/${group}`,
            heads: [messages.occasions[one.occasion], groups[group]],
            figures: groupFigures(one, group),
          })),
        )}
      />
      <Text size="sm">{explain(backWithin)}</Text>
    </>
  );
}

function groupFigures(one: Invitation, group: 'invited' | 'heldOut'): ReactNode[] {
  const { customers, cameBack, rateBps, totalCents } = one[group];
  const rate = rateBps === null ? labels.invitations.nobody : formatRate(rateBps);
  return [customers, cameBack, rate, formatMoney(totalCents), group === 'invited' ? difference(one) : ''];
}

/** `+4 (de −1 a +9)`. */
function difference({ difference: found }: Invitation): string {
  if (found === null) return labels.invitations.nobodyToCompare;
  return labels.invitations.difference(signed(found.bps), signed(found.lowBps), signed(found.highBps));
}

/** Percentage points with their sign. */
function signed(bps: number): string {
  return `${bps < 0 ? '−' : '+'}${formatRate(Math.abs(bps)).replace('%', '')}`;
}
