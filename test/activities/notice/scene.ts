import { messageContent } from '../../../src/activities/notice';
import type { MessageFacts } from '../../../src/activities/notice';
import type { RenderedMessage } from '../../../src/messaging';
import { AT_ANY_HOUR } from '../../../tools/at-any-hour';
import type { Customer } from '../../../src/store';
import { Scene } from '../../loyalty/notice/scene';
import { plainSpaces } from '../../plain-spaces';
import { SOLD_AT } from '../../loyalty/sale/sales';

const CUSTOMER: Customer = {
  id: 'cus_1',
  merchantId: 'mer_1',
  name: 'ANA SOUZA',
  document: null,
  phones: [],
  emails: [],
  birthDate: null,
  segments: [],
  mergedInto: null,
  createdAt: new Date(SOLD_AT),
  updatedAt: new Date(SOLD_AT),
};

/** A sale whose notices are put into words. */
export class MessageScene extends Scene {
  content(key: string, change: Partial<MessageFacts> = {}): RenderedMessage | null {
    const { sale, program, now } = this;
    const uses = this.undone();
    const entries = this.book.entries.map((entry, seq) => ({ ...entry, seq }));
    const { wallet } = this.book;
    const { pointValueCents } = program.redemption;
    const content = messageContent({
      ...{
        sale,
        program,
        pointValueCents,
        wallet,
        customer: CUSTOMER,
        consents: new Map<string, boolean>(),
        live: true,
        rules: AT_ANY_HOUR,
        texts: {},
        zone: program.timezone,
        lately: [],
        link: null,
        key,
        entries,
        uses,
        now,
      },
      ...change,
    });
    return content && plainSpaces(content);
  }
}
