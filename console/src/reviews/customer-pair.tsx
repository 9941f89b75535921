import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../api';
import { MergePreview } from '../customers';
import { formatDocument, formatPhone } from '../format';
import { FailureNotice } from '../parts';
import { PageLink, useWorkplace } from '../shell';
import { customers, reviews as words } from '../words/pt';
import { DecidePart } from './decide-part';
import type { Customer, ReviewWithSides } from './review-queries';
import { Sides } from './sides';

const labels = words.customer;

/** Two records that may be of one person. */
export function CustomerPair({ review }: { review: ReviewWithSides }): ReactNode {
  const [into, from] = review.customers;
  if (!into) return <Text>{labels.gone}</Text>;
  if (!from)
    return (
      <>
        <Text>
          {labels.merged}{' '}
          <PageLink to="/clientes/$id" params={{ id: into.id }}>
            {into.name ?? customers.unnamed}
          </PageLink>
        </Text>
        <DecidePart review={review} results={{ same: labels.already, distinct: labels.distinct }} />
      </>
    );
  return (
    <>
      <Compared one={into} other={from} />
      <DecidePart
        review={review}
        results={{ same: <Outcome into={into} from={from} />, distinct: <Text>{labels.distinct}</Text> }}
      />
    </>
  );
}

function Compared({ one, other }: { one: Customer; other: Customer }): ReactNode {
  const { clock } = useWorkplace();
  const pair = (show: (customer: Customer) => ReactNode): [ReactNode, ReactNode] => [show(one), show(other)];
  return (
    <Sides
      heads={pair(({ id, name }) => (
        <PageLink to="/clientes/$id" params={{ id }}>
          {name ?? customers.unnamed}
        </PageLink>
      ))}
      rows={[
        [labels.rows.document, ...pair(({ document }) => (document ? formatDocument(document.value) : '–'))],
        [labels.rows.phones, ...pair(({ phones }) => phones.map(formatPhone).join(', ') || '–')],
        [labels.rows.emails, ...pair(({ emails }) => emails.join(', ') || '–')],
        [labels.rows.since, ...pair(({ createdAt }) => clock.dateTime(createdAt))],
      ]}
    />
  );
}

/** What both come to as one, before anybody is merged. */
function Outcome({ into, from }: { into: Customer; from: Customer }): ReactNode {
  const { data, error, refetch } = useQuery({
    queryKey: ['customer', into.id, 'merge-preview', from.id],
    queryFn: () =>
      bodyOf(
        api.GET('/v1/customers/{id}/merges/preview', {
          params: { path: { id: into.id }, query: { with: from.id } },
        }),
      ),
  });
  return (
    <Stack gap="xs">
      <Text>{labels.same(into.name ?? customers.unnamed)}</Text>
      <FailureNotice failure={error} onRetry={() => void refetch()} />
      {data ? <MergePreview preview={data} columns={labels.columns} /> : <Text>{words.loadingResult}</Text>}
    </Stack>
  );
}
