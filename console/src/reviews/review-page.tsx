import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FactTable, PageTitle, Part, ReadBody } from '../lists';
import { PageLink, useWorkplace } from '../shell';
import { reviews as words } from '../words/pt';
import { CustomerPair } from './customer-pair';
import { reasonsOf, reviewQuery } from './review-queries';
import type { Review, ReviewWithSides } from './review-queries';
import { SalePair } from './sale-pair';

const route = getRouteApi('/inside/revisoes/$id');

/** One pair: what is asked, both sides, and the decision with what it will do, or has done. */
export function ReviewPage(): ReactNode {
  const { id } = route.useParams();
  const found = useQuery(reviewQuery(id));
  return (
    <Stack gap="md">
      <PageLink to="/revisoes">{words.toList}</PageLink>
      <ReadBody query={found} loading={words.loadingOne}>
        {(review) => <Found review={review} />}
      </ReadBody>
    </Stack>
  );
}

function Found({ review }: { review: ReviewWithSides }): ReactNode {
  const { clock } = useWorkplace();
  const { kind, openedAt } = review;
  const reasons = reasonsOf(review);
  return (
    <>
      <PageTitle note={words.opened(clock.dateTime(openedAt))}>{words.questions[kind]}</PageTitle>
      {reasons.length > 0 && (
        <Part title={words.reasons}>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Part>
      )}
      <Decided review={review} />
      {kind === 'same_sale' ? <SalePair review={review} /> : <CustomerPair review={review} />}
    </>
  );
}

function Decided({ review }: { review: Review }): ReactNode {
  const { clock } = useWorkplace();
  const { kind, decision, operator, reason, resolvedAt } = review;
  if (decision === null) return null;
  return (
    <Part title={words.decided.title}>
      <FactTable
        title={words.decided.title}
        facts={[
          [words.decided.what, words.decisions[kind][decision]],
          resolvedAt === null ? null : [words.decided.at, clock.dateTime(resolvedAt)],
          operator === null ? null : [words.decided.who, operator],
          reason === null ? null : [words.decided.why, reason],
        ]}
      />
    </Part>
  );
}
