import { Grid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PageTitle, ReadBody } from '../../lists';
import { PageLink } from '../../shell';
import { sale as words } from '../../words/pt';
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
  const found = useQuery(saleQuery(id));
  return (
    <Stack gap="md">
      <PageLink to="/vendas">{words.toList}</PageLink>
      <ReadBody query={found} loading={words.loading}>
        {(sale) => <Found sale={sale} />}
      </ReadBody>
    </Stack>
  );
}

function Found({ sale }: { sale: Sale }): ReactNode {
  return (
    <>
      <PageTitle mark={<StatusBadge status={sale.status} />}>
        {words.title(sale.number ?? sale.externalId)}
      </PageTitle>
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
            <MessagesPart id={sale.id} messages={sale.messages} />
            <RunsPart runs={sale.runs} />
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  );
}
