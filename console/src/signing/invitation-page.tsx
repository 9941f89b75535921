import { Button, Loader, PasswordInput, Text, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api, bodyOf, Refused } from '../api';
import { FailureNotice, useAction } from '../parts';
import { sessionQuery } from '../shell';
import { common, signing } from '../words/pt';
import { CodeForm } from './code-form';
import { useLinkToken } from './link-token';
import { NewPassword } from './new-password';
import { Sheet } from './sheet';

/** What the link of an invitation opens: what one is invited to, and what is still needed. */
export function InvitationPage(): ReactNode {
  const token = useLinkToken();
  const words = signing.invitation;
  if (!token) return <Sheet title={words.title}>{words.noToken}</Sheet>;
  return <Invitation token={token} />;
}

function Invitation({ token }: { token: string }): ReactNode {
  const words = signing.invitation;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const look = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => bodyOf(api.POST('/v1/invitations/look', { body: { token } })),
  });
  const [name, setName] = useState<string | null>(null);
  const [password, setPassword] = useState('');
  const shown = name ?? look.data?.name ?? '';
  const [asksCode, setAsksCode] = useState(false);
  const accept = useAction(async (code?: string) => {
    const told = { token, name: shown.trim(), password };
    try {
      const body = code === undefined ? told : { ...told, code };
      await bodyOf(api.POST('/v1/invitations/accept', { body }));
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'second_factor_required') throw error;
      return setAsksCode(true);
    }
    await queries.resetQueries({ queryKey: sessionQuery.queryKey });
    await navigate({ to: '/', replace: true });
  });
  if (look.isPending) return <Sheet title={words.title}>{<Loader aria-label={common.loading} />}</Sheet>;
  if (look.isError)
    return (
      <Sheet title={words.title}>
        <FailureNotice failure={look.error} onRetry={() => void look.refetch()} />
      </Sheet>
    );
  if (asksCode) {
    const back = (): void => {
      setAsksCode(false);
      accept.clear();
    };
    return <CodeForm enter={accept} onBack={back} backText={common.back} />;
  }
  const { merchantName, role, email, known } = look.data;
  return (
    <Sheet title={words.title} onSubmit={() => void accept.run()}>
      <Text>{words.text(merchantName, common.roles[role])}</Text>
      {known && <Text>{words.known}</Text>}
      <FailureNotice failure={accept.failure} />
      <TextInput label={signing.email} value={email} readOnly size="md" autoComplete="username" />
      <TextInput
        label={words.name}
        autoComplete="name"
        size="md"
        required
        value={shown}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      {known ? (
        <PasswordInput
          label={words.ownPassword}
          autoComplete="current-password"
          size="md"
          required
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
        />
      ) : (
        <NewPassword label={words.password} value={password} onChange={setPassword} />
      )}
      <Button type="submit" size="md" loading={accept.busy} disabled={!shown.trim() || !password}>
        {words.accept}
      </Button>
    </Sheet>
  );
}
