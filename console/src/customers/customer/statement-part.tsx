import { Button, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../../api';
import type { Schema } from '../../api';
import { Part, whoDid } from '../../lists';
import { FailureNotice } from '../../parts';
import { PageLink, useWorkplace } from '../../shell';
import { customers as words } from '../../words/pt';

const labels = words.statement;
const PAGE = 20;
type Line = Schema<'StatementLine'>;

interface Props {
  customerId: string;
  /** The newest lines, and where the others begin. */
  first: Schema<'CustomerPage'>['statement'];
}

/** Every movement of a customer's ledger, newest first, with who made it. Nothing in it can be changed. */
export function StatementPart({ customerId: id, first }: Props): ReactNode {
  const [goesOn, setGoesOn] = useState(false);
  const older = useInfiniteQuery({
    // A new line moves all pages.
    queryKey: ['customer', id, 'statement', first.next],
    enabled: goesOn && first.next !== null,
    queryFn: ({ pageParam }) => {
      const query = { limit: PAGE, before: pageParam };
      return bodyOf(api.GET('/v1/customers/{id}/statement', { params: { path: { id }, query } }));
    },
    initialPageParam: first.next ?? 0,
    getNextPageParam: ({ next }) => next,
  });
  const lines = [...first.data, ...(older.data?.pages ?? []).flatMap(({ data }) => data)];
  const goesFurther = older.data ? older.hasNextPage : first.next !== null;
  return (
    <Part title={labels.title}>
      <FailureNotice failure={older.error} onRetry={() => void older.refetch()} />
      {lines.length === 0 && <Text>{labels.none}</Text>}
      {lines.length > 0 && (
        <Table aria-label={labels.title} layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={130}>{labels.columns.at}</Table.Th>
              <Table.Th>{labels.columns.what}</Table.Th>
              <Table.Th>{labels.columns.who}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line) => (
              <Row key={line.seq} line={line} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {goesFurther && (
        <Button
          variant="default"
          loading={older.isFetching}
          onClick={() => (older.data ? void older.fetchNextPage() : setGoesOn(true))}
        >
          {labels.more}
        </Button>
      )}
    </Part>
  );
}

function Row({ line }: { line: Line }): ReactNode {
  const { clock } = useWorkplace();
  const { at, description, reason, saleId } = line;
  return (
    <Table.Tr>
      <Table.Td>{clock.dateTime(at)}</Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        {description}
        {reason !== null && (
          <Text size="xs" c="dimmed">
            {labels.reason(reason)}
          </Text>
        )}
      </Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        {whoOf(line)}
        {saleId !== null && (
          <Text size="xs">
            <PageLink to="/vendas/$id" params={{ id: saleId }} size="xs">
              {labels.sale}
            </PageLink>
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** Whoever acted, the key they acted with, who told of the sale that did it, or what made it happen by itself. */
function whoOf(line: Line): string {
  const teller = line.told && whoDid(line.told);
  const told = teller === null ? null : labels.told(teller, labels.causes[line.type]);
  return whoDid(line) ?? told ?? ofItself(line.type, line.channel);
}

/** What nobody did: Bling told of the sale, or the time had come. */
function ofItself(type: Line['type'], channel: Line['channel']): string {
  const told = channel === 'bling' && BY_THE_SALE.has(type);
  return (told ? labels.bling : labels.system)(labels.causes[type]);
}

const BY_THE_SALE: ReadonlySet<Line['type']> = new Set([
  ...(['EARN_PENDING', 'CANCEL_PENDING', 'CLAWBACK', 'DEBT_OPEN', 'REINSTATE'] as const),
]);
