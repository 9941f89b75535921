import type { ReactNode } from 'react';
import { formatDocument, formatLocalDate, formatPhone } from '../../format';
import { FactTable, Part } from '../../lists';
import type { Fact } from '../../lists';
import { useWorkplace } from '../../shell';
import { customers as words } from '../../words/pt';
import type { Customer } from '../found-customers';

const labels = words.page;

/** By what a customer is known; what the API hides from somebody of this role stays hidden. */
export function IdentityPart({ customer }: { customer: Customer }): ReactNode {
  const { clock } = useWorkplace();
  const { document, phones, emails, birthDate, segments, createdAt } = customer;
  const facts: (Fact | null)[] = [
    document && [labels.document[document.kind], formatDocument(document.value)],
    phones.length > 0 ? [labels.phones, phones.map(formatPhone).join(', ')] : null,
    emails.length > 0 ? [labels.emails, emails.join(', ')] : null,
    birthDate === null ? null : [labels.birthDate, formatLocalDate(birthDate)],
    segments.length > 0 ? [labels.segments, segments.join(', ')] : null,
    [labels.since, clock.date(createdAt)],
  ];
  return (
    <Part title={labels.identity}>
      <FactTable title={labels.identity} facts={facts} />
    </Part>
  );
}
