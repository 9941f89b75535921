import { Stack } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PageTitle } from '../lists';
import { reports as words } from '../words/pt';
import { ActivityPart } from './activity-part';
import { LiabilityPart } from './liability-part';
import { MessageResultsPart } from './message-results-part';
import { ReportFilters } from './report-filters';
import { ReturningPart } from './returning-part';

const route = getRouteApi('/inside/relatorios');

/** What the ledger, the sales and the messages come to. Period and benefit stand in the address: a link shows the same to others. */
export function ReportsPage(): ReactNode {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Stack gap="xl">
      <PageTitle>{words.title}</PageTitle>
      <ReportFilters
        search={search}
        onChange={(change) => void navigate({ search: { ...search, ...change } })}
      />
      <LiabilityPart search={search} />
      <ActivityPart search={search} />
      <ReturningPart search={search} />
      <MessageResultsPart search={search} />
    </Stack>
  );
}
