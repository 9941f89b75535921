import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ListBody, Pager } from '../../lists';
import { audit as words } from '../../words/pt';
import { SettingsPage } from '../settings-page';
import { auditQuery } from './audit-query';
import { AuditTable } from './audit-table';

const route = getRouteApi('/inside/configuracoes/auditoria');

/** Who did what, from where, and what changed by it. Nothing in it can be edited; its place stands in the address. */
export function AuditPage(): ReactNode {
  const { antes } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useQuery({ ...auditQuery(antes), placeholderData: keepPreviousData });
  const go = (place: string | undefined): void => void navigate({ search: { antes: place } });
  return (
    <SettingsPage title={words.title}>
      <ListBody
        list={list}
        isEmpty={({ data }) => data.length === 0}
        loading={words.loading}
        empty={antes === undefined ? words.empty : words.end}
        noMatch={null}
      >
        {({ data, names }) => <AuditTable data={data} names={names} />}
      </ListBody>
      <Pager next={list.data?.next ?? null} further={antes !== undefined} onGo={go} />
    </SettingsPage>
  );
}
