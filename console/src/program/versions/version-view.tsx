import { List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../../api';
import type { Schema } from '../../api';
import { DialogForm } from '../../lists';
import { FailureNotice, useAction } from '../../parts';
import { programVersions as words } from '../../words/pt';
import { useDrafting } from '../draft';
import { RegulationText } from '../publishing';

interface Props {
  version: number;
  onClose: () => void;
}

/** A version in words, and the way to begin a draft from it. */
export function VersionView({ version, onClose }: Props): ReactNode {
  const { data, error, refetch } = useQuery({
    queryKey: ['program', 'version', version],
    queryFn: () =>
      bodyOf(api.GET('/v1/program/versions/{version}', { params: { path: { version: String(version) } } })),
  });
  if (error) return <FailureNotice failure={error} onRetry={() => void refetch()} />;
  if (!data) return <Text role="status">{words.loadingOne}</Text>;
  return <Found {...data} onClose={onClose} />;
}

function Found({
  program,
  rules,
  regulation,
  onClose,
}: Schema<'ProgramVersionInWords'> & Pick<Props, 'onClose'>): ReactNode {
  const navigate = useNavigate();
  const { replace, changed } = useDrafting();
  const use = useAction(async () => {
    replace(program);
    await navigate({ to: '/programa' });
  });
  return (
    <DialogForm action={use} submit={words.use} onCancel={onClose}>
      <Stack gap="sm">
        <Text fw={600}>{words.rules}</Text>
        <List size="sm">
          {rules.map(({ ruleId, text }) => (
            <List.Item key={ruleId}>
              <strong>{ruleId}</strong>: {text}
            </List.Item>
          ))}
        </List>
        <Text fw={600}>{words.regulation}</Text>
        <RegulationText regulation={regulation} />
        <Text size="sm">{words.useHint}</Text>
        {changed && (
          <Text size="sm" fw={600}>
            {words.replaces}
          </Text>
        )}
      </Stack>
    </DialogForm>
  );
}
