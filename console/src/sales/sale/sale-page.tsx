import { Grid, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FailureNotice } from '../../parts';
import { PageLink, useWorkplace } from '../../shell';
import { lists, sale as words } from '../../words/pt';
import { StatusBadge } from '../status-badge';
import { BenefitPart } from './benefit-part';
import { FactsPart } from './facts-part';
import { ItemsPart } from './items-part';
import { MessagesPart } from './messages-part';
import { ReturnsPart } from './returns-part';
import { RunsPart } from './runs-part';
import { saleQuery } from './sale-query';
import type { Sale } from './sale-query';
import { TimelinePart } from './timeline-part';
import { TroublePart } from './trouble-part';
import { WhyPart } from './why-part';

const route = getRouteApi('/inside/vendas/$id');

/** All that is known of one sale: its facts beside what happened to it, and why it earned what it earned. */
export function SalePage(): ReactNode {
  const { id } = route.useParams();
  const { data: sale, error, refetch } = useQuery(saleQuery(id));
  return (
    <Stack gap="md">
      <PageLink to="/vendas">{words.toList}</PageLink>
      {sale ? (
        <Found sale={sale} />
      ) : error ? (
        <FailureNotice failure={error} onRetry={() => void refetch()} />
      ) : (
        <Group role="status" py="xl" justify="center">
          <Loader aria-hidden />
          <Text>{words.loading}</Text>
        </Group>
      )}
    </Stack>
  );
}

function Found({ sale }: { sale: Sale }): ReactNode {
  const { clock } = useWorkplace();
  return (
    <>
      <div>
        <Group gap="sm">
          <Title order={1}>{words.title(sale.number ?? sale.externalId)}</Title>
          <StatusBadge status={sale.status} />
        </Group>
        <Text size="sm" c="dimmed">
          {lists.zone(clock.zone)}
        </Text>
      </div>
      <TroublePart sale={sale} />
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, lg: 6 }}>
          <Stack gap="xl">
            <FactsPart sale={sale} />
            <BenefitPart sale={sale} />
            <WhyPart sale={sale} />
            <ItemsPart items={sale.items} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 6 }}>
          <Stack gap="xl">
            <TimelinePart sale={sale} />
            <ReturnsPart sale={sale} />
            <MessagesPart messages={sale.messages} />
            <RunsPart runs={sale.runs} />
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  );
}
