import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FactTable, PageTitle, ReadBody } from '../lists';
import { PageLink, useWorkplace } from '../shell';
import { messages as words } from '../words/pt';
import { messageQuery } from './message-queries';
import type { Message } from './message-queries';
import { StateMark } from './state-mark';

const route = getRouteApi('/inside/mensagens/$id');

/** One message: what was decided about it, why, and what has become of it. */
export function MessagePage(): ReactNode {
  const { id } = route.useParams();
  const found = useQuery(messageQuery(id));
  const { data } = found;
  return (
    <Stack gap="md">
      <PageLink to="/mensagens">{words.toList}</PageLink>
      <PageTitle>{data ? words.named(data.occasion, data.channel) : words.page.name}</PageTitle>
      <ReadBody query={found} loading={words.page.loading}>
        {(message) => <Found message={message} />}
      </ReadBody>
    </Stack>
  );
}

function Found({ message }: { message: Message }): ReactNode {
  const { clock } = useWorkplace();
  const { facts } = words.page;
  const { decision, saleId, customerId, attempts } = message;
  const at = (instant: string | null): string =>
    instant === null ? words.page.never : clock.dateTime(instant);
  return (
    <>
      <Text>{message.text}</Text>
      <FactTable
        title={words.page.title}
        facts={[
          [facts.state, <StateMark message={message} />],
          [facts.decision, decision === null ? words.page.noDecision : decision.text],
          decision === null ? null : [facts.decidedAt, clock.dateTime(decision.at)],
          message.nextAttemptAt === null ? null : [facts.nextAttemptAt, at(message.nextAttemptAt)],
          [facts.attempts, attempts],
          [facts.createdAt, at(message.createdAt)],
          [facts.sentAt, at(message.sentAt)],
          [facts.reportedAt, at(message.reportedAt)],
          [
            facts.customer,
            <PageLink to="/clientes/$id" params={{ id: customerId }}>
              {words.page.openCustomer}
            </PageLink>,
          ],
          [
            facts.sale,
            saleId === null ? (
              words.page.noSale
            ) : (
              <PageLink to="/vendas/$id" params={{ id: saleId }}>
                {words.page.openSale}
              </PageLink>
            ),
          ],
        ]}
      />
    </>
  );
}
