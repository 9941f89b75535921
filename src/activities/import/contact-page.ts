import { examineContact, parsePhone } from '../../loyalty';
import type { StandIns } from '../../loyalty';
import { toCustomerContact } from '../../bling';
import type { BlingContact, BlingContactSummary } from '../../bling';
import type { ContactImport, ContactImportCounts, ContactImportStep, StoreConnection } from '../../store';
import { reportProgress } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { askDetail } from './ask-detail';
import { counting, freshRows, rowInstant } from './contact-cursor';
import { takeCustomer } from './take-customer';

/** What one look at Bling goes by. */
export interface ContactWork {
  found: ContactImport;
  connection: StoreConnection;
  standIns: StandIns;
}

type Tally = Partial<ContactImportCounts>;

/**
 * Takes a page of the contacts. A row has no e-mail: whoever is told by nothing but that is read by himself, and so is everybody who was
 * changed since the day before, as nothing says what was changed.
 */
export async function takeContactPage(
  deps: ActivityDeps,
  work: ContactWork,
  rows: readonly BlingContactSummary[],
): Promise<ContactImportStep> {
  const { found, connection, standIns } = work;
  const tally: Tally = { calls: 1 };
  const pending: NonNullable<ContactImport['pending']> = [];
  const fresh = freshRows(found, rows);
  for (const { row, one } of fresh) {
    reportProgress({ page: found.page, row });
    if (isLeftOut(one, connection)) add(tally, { contacts: 1, leftOut: 1 });
    else if (found.changed !== null || needsDetail(one, standIns)) pending.push({ id: one.id, row });
    else add(tally, await takeContact(deps, work, { ...one, ...NO_DETAIL }, row));
  }
  return {
    pending,
    lastIds: rows.map(({ id }) => id),
    phaseDone: found.phaseDone + fresh.length - pending.length,
    counts: counting(found.counts, tally),
  };
}

/** Takes the next contact that has to be read by himself. */
export async function takeContactDetail(deps: ActivityDeps, work: ContactWork): Promise<ContactImportStep> {
  const { found, connection } = work;
  const [next, ...pending] = found.pending ?? [];
  if (!next) return {};
  const account = { connectionId: connection.id, companyId: connection.companyId };
  const contact = await askDetail(
    () => deps.bling.getContact(account, next.id),
    () => deps.bling.listContacts(account, { page: 1, limit: 1 }),
  );
  const isUntold = contact === 'untold';
  const tally: Tally = { calls: isUntold ? 2 : 1, details: 1 };
  // One who was deleted since the page was listed is nobody any more.
  if (contact === null || contact === 'untold') add(tally, { contacts: 1, leftOut: 1 });
  else add(tally, await takeContact(deps, work, contact, next.row));
  if (isUntold) deps.log.warn(about(work, next.id), 'a contact is left out: Bling does not tell of it');
  return { pending, phaseDone: found.phaseDone + 1, counts: counting(found.counts, tally) };
}

/** Which thing of an import at Bling, for the log. */
export function about({ found: { merchantId, id: importId } }: ContactWork, blingId: string): object {
  return { merchantId, importId, blingId };
}

const NO_DETAIL = { type: null, email: null, birthDate: null };

function isLeftOut({ id, situation }: BlingContactSummary, { walkInContactId }: StoreConnection): boolean {
  return id === walkInContactId || situation === 'E';
}

/** A document or a mobile tells who it is. Beside a stand-in name an e-mail is not used, so that there is nothing to read. */
function needsDetail(summary: BlingContactSummary, standIns: StandIns): boolean {
  const { contact, unused } = examineContact(toCustomerContact({ ...summary, ...NO_DETAIL }), standIns);
  if (unused.some(({ field, why }) => field === 'name' && why === 'stand_in')) return false;
  if (contact === null) return true;
  return contact.document === null && !contact.phones.some((text) => parsePhone(text)?.mobile);
}

async function takeContact(
  deps: ActivityDeps,
  { found, connection, standIns }: ContactWork,
  contact: BlingContact,
  row: number,
): Promise<Tally> {
  const { merchantId } = found;
  const named = examineContact(toCustomerContact(contact), standIns).contact;
  if (named === null) return { contacts: 1, nobody: 1 };
  const externalKey = `bling:${connection.id}:${contact.id}`;
  const taken = { merchantId, contact: { ...named, externalKey }, segments: null };
  const outcome = await takeCustomer(deps, taken, rowInstant(found, row));
  return { contacts: 1, [outcome]: 1 };
}

function add(tally: Tally, more: Tally): void {
  for (const [name, count] of Object.entries(more) as [keyof Tally, number][])
    tally[name] = (tally[name] ?? 0) + count;
}
