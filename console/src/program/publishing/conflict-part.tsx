import { Button, Card, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Refused } from '../../api';
import { FailureNotice, useAction } from '../../parts';
import { program } from '../../words/pt';
import { programQuery, useDrafting } from '../draft';
import type { Base } from '../draft';
import { ChangeList } from './change-list';
import type { Change } from './change-list';

const words = program.conflict;

interface Props {
  refused: Refused;
  /** The draft goes on. */
  onDecided: () => void;
  /** It gave way. */
  onTaken: () => void;
}

/** Somebody else has published meanwhile: what that changed, and whether one’s own draft goes on over it. */
export function ConflictPart({ refused: { facts }, onDecided, onTaken }: Props): ReactNode {
  const queries = useQueryClient();
  const { draft, rebase } = useDrafting();
  const version = Number(facts['version']);
  const inForce = async (): Promise<Base> => {
    await queries.invalidateQueries({ queryKey: programQuery.queryKey });
    return queries.fetchQuery(programQuery);
  };
  const keep = useAction(async () => {
    rebase(await inForce(), draft);
    onDecided();
  });
  const take = useAction(async () => {
    const base = await inForce();
    rebase(base, base.program ?? draft);
    onTaken();
  });
  return (
    <Card withBorder padding="sm">
      <Stack gap="xs">
        <Text fw={600}>{words.changes(version)}</Text>
        <ChangeList changes={changesIn(facts)} none={words.unknown} />
        <Text size="sm">{words.keepHint}</Text>
        <FailureNotice failure={keep.failure ?? take.failure} />
        <Button loading={keep.busy} onClick={() => void keep.run()}>
          {words.keep(version)}
        </Button>
        <Button variant="default" loading={take.busy} onClick={() => void take.run()}>
          {words.take(version)}
        </Button>
      </Stack>
    </Card>
  );
}

function changesIn({ changes }: Readonly<Record<string, unknown>>): readonly Change[] {
  return Array.isArray(changes) ? (changes as Change[]) : [];
}
