import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Schema } from '../../api';
import { Mark } from '../../lists';
import { useWorkplace } from '../../shell';
import { programVersions as words } from '../../words/pt';
import { ChangeList } from '../publishing';

type Summary = Schema<'ProgramVersionSummary'>;
/** As many changes as one sees at once. */
const SHOWN = 5;

interface Props {
  summary: Summary;
  inForce: boolean;
  onSee: () => void;
}

/** One version: when it was published, and what it changed. */
export function VersionCard({ summary, inForce, onSee }: Props): ReactNode {
  const { version, name, publishedAt, asPublished, changes } = summary;
  const { clock } = useWorkplace();
  const [all, setAll] = useState(false);
  const shown = all ? changes : changes.slice(0, SHOWN);
  const rest = changes.length - shown.length;
  const title = words.version(version);
  return (
    <Card component="section" aria-label={title} withBorder padding="sm">
      <Stack gap="xs">
        <Group justify="space-between">
          <Group gap="xs">
            <Title order={3} size="h4">
              {title}
            </Title>
            {inForce && <Mark color="indigo.7">{words.inForce}</Mark>}
            {!asPublished && <Mark color="red.9">{words.forged}</Mark>}
          </Group>
          {asPublished && (
            <Button variant="default" size="compact-md" aria-label={words.seeOf(version)} onClick={onSee}>
              {words.see}
            </Button>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {name === null ? '' : `${name} · `}
          {words.published(clock.dateTime(publishedAt))}
        </Text>
        {asPublished ? (
          <ChangeList changes={shown} none={words.noChanges} />
        ) : (
          <Text>{words.forgedText}</Text>
        )}
        {rest > 0 && (
          <div>
            <Button variant="default" size="compact-md" onClick={() => setAll(true)}>
              {words.more(rest)}
            </Button>
          </div>
        )}
      </Stack>
    </Card>
  );
}
