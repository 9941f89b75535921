import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PageTitle, ReadBody } from '../lists';
import { PageLink } from '../shell';
import { imports as words } from '../words/pt';
import { importQuery } from './import-queries';
import type { AnyImport } from './import-queries';
import { ContactImportResult } from './contact-import-result';
import { ImportResult } from './import-result';

const route = getRouteApi('/inside/importacoes/$id');

/** One import: how far it is, what came of it, and which rows could not be taken. */
export function ImportPage(): ReactNode {
  const { id } = route.useParams();
  const found = useQuery(importQuery(id));
  return (
    <Stack gap="md">
      <PageLink to="/importacoes">{words.toList}</PageLink>
      <ReadBody query={found} loading={words.loadingOne}>
        {(one) => <Found found={one} />}
      </ReadBody>
    </Stack>
  );
}

function Found({ found }: { found: AnyImport }): ReactNode {
  if (found.kind === 'contacts') return <ContactImportResult found={found} />;
  return (
    <>
      <PageTitle>{words.page(words.kinds[found.kind], found.dryRun)}</PageTitle>
      <ImportResult found={found} />
    </>
  );
}
