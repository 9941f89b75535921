import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageLink } from '../shell';
import { program as words } from '../words/pt';
import { useDrafting } from './draft';

/** Whether the draft can be tried, and whether that would say anything. @param same what is said of one that changes nothing */
export function DraftStanding({ same }: { same: string }): ReactNode {
  const { changed, errors } = useDrafting();
  if (errors.size > 0)
    return (
      <Text>
        {words.wrong} <PageLink to="/programa">{words.toRules}</PageLink>
      </Text>
    );
  return changed ? null : <Text size="sm">{same}</Text>;
}
