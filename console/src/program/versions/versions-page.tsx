import { Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../../api';
import { ListBody, Pager, Part } from '../../lists';
import { programVersions as words } from '../../words/pt';
import { useDrafting } from '../draft';
import { ProgramFrame } from '../program-frame';
import { VersionCard } from './version-card';
import { VersionView } from './version-view';

const route = getRouteApi('/inside/programa/versoes');

/** Every version of the program with what it changed, newest first. */
export function VersionsPage(): ReactNode {
  return (
    <ProgramFrame>
      <Part title={words.title}>
        <Text size="sm">{words.intro}</Text>
        <VersionList />
      </Part>
    </ProgramFrame>
  );
}

function VersionList(): ReactNode {
  const { antes: before } = route.useSearch();
  const navigate = route.useNavigate();
  const { base } = useDrafting();
  const [seen, setSeen] = useState<number | null>(null);
  const list = useQuery({
    queryKey: ['program', 'versions', before ?? null],
    queryFn: () =>
      bodyOf(api.GET('/v1/program/versions', { params: { query: before === undefined ? {} : { before } } })),
  });
  const toFirst = (): void => void navigate({ search: {} });
  return (
    <>
      <ListBody
        list={list}
        isEmpty={({ data }) => data.length === 0}
        loading={words.loading}
        empty={words.empty}
        noMatch={before === undefined ? null : { ...words.noMore, onClear: toFirst }}
      >
        {({ data, next }) => (
          <>
            <Stack gap="sm">
              {data.map((summary) => (
                <VersionCard
                  key={summary.version}
                  summary={summary}
                  inForce={summary.version === base.version}
                  onSee={() => setSeen(summary.version)}
                />
              ))}
            </Stack>
            <Pager
              next={next === null ? null : String(next)}
              further={before !== undefined}
              onGo={(place) => void navigate({ search: place === undefined ? {} : { antes: Number(place) } })}
            />
          </>
        )}
      </ListBody>
      <Modal opened={seen !== null} onClose={() => setSeen(null)} size="xl" title={words.version(seen ?? 0)}>
        {seen !== null && <VersionView version={seen} onClose={() => setSeen(null)} />}
      </Modal>
    </>
  );
}
