import { lastUsableMoment } from '../../loyalty';
import type { Invitation, Store } from '../../store';
import { Problem } from '../http/problem';
import { merchantZone } from '../program';
import type { AccessMailer, MailOutcome } from './mail';

/** What inviting works with, in the API and on the command line. */
export interface InvitingDeps {
  store: Pick<Store, 'merchants' | 'links' | 'programs'>;
  config: { publicUrl: string };
  mail: Pick<AccessMailer, 'send'>;
}

/** Who is invited to what. `inviterName` null: the installation invites. */
export type Inviting = Omit<Invitation, 'id' | 'expiresAt'> & { inviterName: string | null };

/** An invitation that was just made. Its link is told only now, and to the invited by e-mail. */
export interface Invited {
  id: string;
  link: string;
  expiresAt: Date;
  mail: MailOutcome;
}

/**
 * Invites somebody to a merchant by a link that holds for 72 hours and serves once.
 * @throws Problem `already_member` where they are one of the merchant's people
 */
export async function invitePerson(
  { store, config, mail }: InvitingDeps,
  { inviterName, ...offer }: Inviting,
  now: Date,
): Promise<Invited> {
  const { merchantId, email } = offer;
  const issued = await store.links.invite(offer, now);
  if (issued === 'already_member') throw new Problem('already_member');
  const { id, token, expiresAt } = issued;
  const link = linkTo(config.publicUrl, 'convite', token);
  const [merchant, zone] = await Promise.all([
    store.merchants.get(merchantId),
    merchantZone(store, merchantId),
  ]);
  const outcome = await mail.send(email, id, {
    ...{ kind: 'invitation', name: offer.name, role: offer.role, link },
    merchantName: merchant?.name ?? '',
    invitedBy: inviterName,
    ...{ until: lastUsableMoment(expiresAt.getTime(), zone), zone },
  });
  return { id, link, expiresAt, mail: outcome };
}

/** The page of the console that a one-use token opens. What stands behind the `#` is in no log of a proxy or server. */
export function linkTo(publicUrl: string, page: 'convite' | 'senha', token: string): string {
  return `${publicUrl.replace(/\/$/, '')}/${page}#token=${token}`;
}
