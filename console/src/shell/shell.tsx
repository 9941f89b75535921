import { Button, Container, Group, Loader } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useMemo, useReducer } from 'react';
import type { ReactNode } from 'react';
import { chooseMerchant } from '../api';
import { clockOf } from '../format';
import { entrance, membershipOf } from '../session';
import type { Membership, Session } from '../session';
import { common, shell, signing } from '../words/pt';
import { ChooseMerchantPage } from './choose-merchant-page';
import { ForbiddenPage } from './forbidden-page';
import { Frame } from './frame';
import { MessagePage } from './message-page';
import { pageOf } from './pages';
import { sessionQuery } from './session-query';
import { SignOut } from './sign-out';
import { WorkplaceContext } from './workplace';

/** Whatever is seen after signing in: the merchant is chosen, the role may see the page, and the menu stands around it. */
export function Shell(): ReactNode {
  const { data: session } = useQuery(sessionQuery);
  const queries = useQueryClient();
  const [, look] = useReducer((times: number) => times + 1, 0);
  // It was looked at again, and has ended.
  const hasEnded = session === null;
  useEffect(() => {
    if (hasEnded) window.location.replace(entrance());
  }, [hasEnded]);
  if (!session)
    return (
      <Container component="main" py="xl">
        <Loader aria-label={common.loading} />
      </Container>
    );
  const membership = membershipOf(session);
  const chosen = (): void => {
    // What was read is of another merchant.
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
    look();
  };
  if (membership?.suspended)
    return (
      <MessagePage {...signing.suspended}>
        <Ways>
          {session.merchants.length > 1 && (
            <Button variant="default" onClick={() => (chooseMerchant(null), chosen())}>
              {shell.changeMerchant}
            </Button>
          )}
        </Ways>
      </MessagePage>
    );
  if (membership) return <Inside session={session} membership={membership} />;
  if (session.merchants.length === 0)
    return (
      <MessagePage {...signing.none}>
        <Ways />
      </MessagePage>
    );
  return <ChooseMerchantPage session={session} onChosen={chosen} />;
}

/** What else can be done where there is nothing to see. */
function Ways({ children }: { children?: ReactNode }): ReactNode {
  return (
    <Group>
      {children}
      <SignOut size="md" />
    </Group>
  );
}

function Inside({ session, membership }: { session: Session; membership: Membership }): ReactNode {
  const { pathname } = useLocation();
  const clock = useMemo(() => clockOf(membership.zone), [membership.zone]);
  const workplace = useMemo(() => ({ session, membership, clock }), [session, membership, clock]);
  const page = pageOf(pathname);
  const allowed = page === null || page.roles.includes(membership.role);
  return (
    <WorkplaceContext value={workplace}>
      <Frame>{allowed ? <Outlet /> : <ForbiddenPage roles={page.roles} role={membership.role} />}</Frame>
    </WorkplaceContext>
  );
}
