import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { WideTable } from '../lists';
import { PageLink, useWorkplace } from '../shell';
import { reviews as words } from '../words/pt';
import { reasonsOf } from './review-queries';
import type { Review } from './review-queries';

/** Reviews as rows: what is asked, what speaks for and against it, since when, and what was decided. */
export function ReviewTable({ reviews }: { reviews: readonly Review[] }): ReactNode {
  const { columns } = words;
  return (
    <WideTable title={words.caption} minWidth={500} verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{columns.question}</Table.Th>
          <Table.Th>{columns.reasons}</Table.Th>
          <Table.Th>{columns.openedAt}</Table.Th>
          <Table.Th>{columns.decision}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {reviews.map((review) => (
          <Row key={review.id} review={review} />
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

function Row({ review }: { review: Review }): ReactNode {
  const { clock } = useWorkplace();
  const { id, kind, decision, operator, openedAt } = review;
  return (
    <Table.Tr>
      <Table.Td>
        <PageLink to="/revisoes/$id" params={{ id }} fw={600}>
          {words.questions[kind]}
        </PageLink>
      </Table.Td>
      <Table.Td>{reasonsOf(review).join(' · ') || '–'}</Table.Td>
      <Table.Td>{clock.dateTime(openedAt)}</Table.Td>
      <Table.Td>
        {decision === null ? words.waits : words.decisions[kind][decision]}
        {operator !== null && (
          <Text size="sm" c="dimmed">
            {words.by(operator)}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
