import { Container, Loader } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useLocation } from '@tanstack/react-router';
import { useMemo, useReducer } from 'react';
import type { ReactNode } from 'react';
import { clockOf } from '../format';
import { membershipOf } from '../session';
import type { Membership, Session } from '../session';
import { common, signing } from '../words/pt';
import { ChooseMerchantPage } from './choose-merchant-page';
import { ForbiddenPage } from './forbidden-page';
import { Frame } from './frame';
import { MessagePage } from './message-page';
import { pageOf } from './pages';
import { sessionQuery } from './session-query';
import { WorkplaceContext } from './workplace';

/** Whatever is seen after signing in: the merchant is chosen, the role may see the page, and the menu stands around it. */
export function Shell(): ReactNode {
  const { data: session } = useQuery(sessionQuery);
  const queries = useQueryClient();
  const [, look] = useReducer((times: number) => times + 1, 0);
  if (!session)
    return (
      <Container component="main" py="xl">
        <Loader aria-label={common.loading} />
      </Container>
    );
  const membership = membershipOf(session);
  if (membership?.suspended) return <MessagePage {...signing.suspended} />;
  if (membership) return <Inside session={session} membership={membership} />;
  if (session.merchants.length === 0) return <MessagePage {...signing.none} />;
  const chosen = (): void => {
    // What was read is of another merchant.
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
    look();
  };
  return <ChooseMerchantPage session={session} onChosen={chosen} />;
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
