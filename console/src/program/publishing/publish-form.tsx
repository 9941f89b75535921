import { Alert, List, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, bodyOf, Refused } from '../../api';
import type { Schema } from '../../api';
import { DialogForm } from '../../lists';
import { useAction } from '../../parts';
import { program } from '../../words/pt';
import { programQuery, useDrafting } from '../draft';
import type { Draft } from '../draft';
import { ChangeList } from './change-list';
import { ConflictPart } from './conflict-part';
import { RegulationText } from './regulation-text';

const words = program.publish;

interface Props {
  onPublished: (version: number) => void;
  onCancel: () => void;
}

/** Everything a version changes, says and warns of, before it is published. */
export function PublishForm({ onPublished, onCancel }: Props): ReactNode {
  const queries = useQueryClient();
  const { base, draft, preview, current, rebase } = useDrafting();
  const publish = useAction(async () => {
    const params = { query: { replaces: base.version } };
    const body = draft as unknown as Schema<'Program'>;
    const done = await bodyOf(api.PUT('/v1/program', { params, body }));
    const inForce = { version: done.version, program: done.program as unknown as Draft };
    queries.setQueryData(programQuery.queryKey, inForce);
    void queries.invalidateQueries({ queryKey: ['program'] });
    rebase(inForce, inForce.program);
    onPublished(done.version);
  });
  const refused = publish.failure instanceof Refused ? publish.failure : null;
  const overtaken = refused?.code === 'program_changed' ? refused : null;
  const ready = current && preview !== undefined;
  return (
    <DialogForm
      action={publish}
      submit={words.submit(base.version + 1)}
      disabled={!ready || overtaken !== null}
      onCancel={onCancel}
    >
      {overtaken ? (
        <ConflictPart refused={overtaken} onDecided={publish.clear} onTaken={onCancel} />
      ) : ready ? (
        <Stack gap="md">
          <Text fw={600}>{words.changes}</Text>
          <ChangeList changes={preview.changes} none={words.noChanges} />
          <Text size="sm">{words.effect}</Text>
          {preview.warnings.length > 0 && (
            <Alert color="indigo.7" variant="outline" title={words.warnings}>
              <List size="md">
                {preview.warnings.map(({ path, text }) => (
                  <List.Item key={`${path}-${text}`}>{text}</List.Item>
                ))}
              </List>
            </Alert>
          )}
          <Text fw={600}>{words.regulation}</Text>
          <RegulationText regulation={preview.regulation} />
        </Stack>
      ) : (
        <Text role="status">{words.waiting}</Text>
      )}
    </DialogForm>
  );
}
