import { Alert, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageLink, useWorkplace } from '../../shell';
import { sale as words } from '../../words/pt';
import type { Sale } from './sale-query';

const labels = words.trouble;

/** What keeps the sale from going on, above everything else. */
export function TroublePart({ sale }: { sale: Sale }): ReactNode {
  const { clock, membership } = useWorkplace();
  const { refusal, parked, heldFor, duplicateOf, otherSale } = sale;
  const other = otherSale && (
    <PageLink to="/vendas/$id" params={{ id: otherSale.id }}>
      {labels.other(otherSale.number ?? otherSale.externalId)}
    </PageLink>
  );
  return (
    <>
      {refusal !== null && <Trouble title={labels.refused}>{refusal}</Trouble>}
      {parked && (
        <Trouble title={labels.parked}>
          {labels.parkedReasons[parked.reason]} {labels.since(clock.dateTime(parked.since))}
        </Trouble>
      )}
      {heldFor !== null && (
        <Trouble title={labels.review}>
          {labels.reviewText}{' '}
          {membership.role !== 'staff' && (
            <PageLink to="/revisoes/$id" params={{ id: heldFor }}>
              {labels.openReview}
            </PageLink>
          )}{' '}
          {other}
        </Trouble>
      )}
      {duplicateOf !== null && <Trouble title={labels.duplicate}>{other}</Trouble>}
    </>
  );
}

function Trouble({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <Alert color="red.9" variant="outline" title={title}>
      <Text>{children}</Text>
    </Alert>
  );
}
