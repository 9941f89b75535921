import { linkTo } from '../../src/api';
import type { Person } from '../../src/store';
import { addressOf, MerchantCommandError, timeOf, written } from './merchant-tool';
import type { MerchantTool } from './merchant-tool';

/** A link by which somebody who cannot be reached by e-mail chooses another password; it is shown only here. */
export async function resetPassword(tool: MerchantTool, email: string): Promise<string[]> {
  const { store, config } = tool;
  const person = await knownPerson(tool, email);
  await writtenOf(tool, person, 'people.reset_password');
  const { token, expiresAt } = await store.links.requestReset(person.id, timeOf(tool), 'shown');
  return [
    `Make sure who asks: whoever opens the link chooses the password of ${person.email}. It holds until ${expiresAt.toISOString()} and serves once.`,
    `  ${linkTo(config.publicUrl, 'senha', token)}`,
  ];
}

/** For somebody who has lost both the app and the recovery codes. */
export async function resetSecondFactor(tool: MerchantTool, email: string): Promise<string[]> {
  const { store } = tool;
  const person = await knownPerson(tool, email);
  if (!(await store.secondFactors.isOn(person.id))) return [`${person.email} has no second factor.`];
  await writtenOf(tool, person, 'people.reset_second_factor');
  await store.secondFactors.remove(person.id);
  await store.sessions.endAll(person.id);
  return [
    `${person.email} signs in with the password alone until they turn a second factor on again; their sessions have ended.`,
  ];
}

async function knownPerson({ store }: MerchantTool, email: string): Promise<Person> {
  const person = await store.people.byEmail(addressOf(email));
  if (!person) throw new MerchantCommandError(`Nobody signs in as ${email}.`);
  return person;
}

/** It is in the audit of every merchant of the person, before it is done. */
async function writtenOf(tool: MerchantTool, { id }: Person, act: string): Promise<void> {
  for (const { merchantId } of await tool.store.people.memberships(id))
    await written(tool, merchantId, act, { subject: { kind: 'person', id } });
}
