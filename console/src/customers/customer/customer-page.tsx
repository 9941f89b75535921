import { Alert, Grid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../../api';
import type { Schema } from '../../api';
import { PageTitle, ReadBody } from '../../lists';
import { PageLink, useWorkplace } from '../../shell';
import { customers as words } from '../../words/pt';
import { MergesPart } from '../merging';
import { ConsentsPart } from './consents-part';
import { IdentityPart } from './identity-part';
import { LinkPart } from './link-part';
import { PurchasesPart } from './purchases-part';
import { StatementPart } from './statement-part';
import { VouchersPart } from './vouchers-part';
import { WalletPart } from './wallet-part';

const route = getRouteApi('/inside/clientes/$id');

/** All that is known of one customer: who they are, what they have and where it comes from, and what they have bought. */
export function CustomerPage(): ReactNode {
  const { id } = route.useParams();
  const found = useQuery({
    queryKey: ['customer', id],
    queryFn: () => bodyOf(api.GET('/v1/customers/{id}/page', { params: { path: { id } } })),
  });
  return (
    <Stack gap="md">
      <PageLink to="/clientes">{words.toList}</PageLink>
      <ReadBody query={found} loading={words.page.loading}>
        {(page) => <Found page={page} />}
      </ReadBody>
    </Stack>
  );
}

function Found({ page }: { page: Schema<'CustomerPage'> }): ReactNode {
  const { membership } = useWorkplace();
  const { customer, wallet, lots, statement, purchases, merges, consents } = page;
  const { id, name, mergedInto } = customer;
  return (
    <>
      <PageTitle>{name ?? words.unnamed}</PageTitle>
      {mergedInto !== null && (
        <Alert color="red.9" variant="outline" title={words.page.merged}>
          {words.page.mergedText}{' '}
          <PageLink to="/clientes/$id" params={{ id: mergedInto }}>
            {words.page.openOther}
          </PageLink>
        </Alert>
      )}
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Stack gap="xl">
            <IdentityPart customer={customer} />
            <ConsentsPart customerId={id} consents={consents} />
            {membership.role !== 'staff' && mergedInto === null && <LinkPart customerId={id} />}
            <VouchersPart vouchers={wallet.vouchers} />
            <PurchasesPart customerId={id} purchases={purchases.data} />
            {merges !== null && <MergesPart customerId={id} merges={merges} />}
            {membership.role !== 'staff' && (
              <PageLink to="/mensagens" search={{ cliente: id }}>
                {words.page.messages}
              </PageLink>
            )}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <Stack gap="xl">
            <WalletPart customerId={id} wallet={wallet} lots={lots} />
            <StatementPart customerId={id} first={statement} />
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  );
}
