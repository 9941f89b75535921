import type { AppDeps, Route } from '../http';
import { endpoint, placeAfter, readPlace } from '../http';
import { Problem } from '../http/problem';
import { messagePreviews } from './message-previews';
import { messageTextRoutes } from './message-texts';
import { messageExample, messageListSchema, messageQuerySchema, messageSchema } from './message-schema';
import { messageView, outboxId } from './message-view';

const tag = 'Messages';

/** What customers were told, or were not, and why. */
export function messageRoutes(deps: AppDeps): Route[] {
  return [list(deps), messagePreviews(deps), ...messageTextRoutes(deps), one(deps)];
}

function list(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'get',
    path: '/v1/messages',
    permission: 'message.read',
    tag,
    summary: 'Messages to customers, newest first, each with what was decided about it and why',
    description:
      'By customer also those under records that were merged into it. A message that waits says until when; one that was skipped says ' +
      'why, for good. What it said and where it went is not kept.',
    query: messageQuerySchema,
    reply: {
      description: 'A page of messages',
      schema: messageListSchema,
      example: { data: [messageExample], next: null },
    },
    async answer({ merchantId, query: { occasion, limit, before, ...filter } }) {
      const page = { limit, ...(before === undefined ? {} : readPlace(before)) };
      const messages = await deps.store.messages.list(merchantId, { ...filter, kind: occasion, ...page });
      return {
        data: messages.map(messageView),
        next: placeAfter(messages, limit, ({ createdAt }) => createdAt),
      };
    },
  });
}

function one(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'get',
    path: '/v1/messages/{id}',
    permission: 'message.read',
    tag,
    summary: 'A message to a customer: what was decided about it, and what has become of it',
    reply: { description: 'The message', schema: messageSchema, example: messageExample },
    refusals: ['message_not_found'],
    async answer({ merchantId, id }) {
      const message = await deps.store.messages.get(outboxId(merchantId, id));
      if (message?.merchantId !== merchantId) throw new Problem('message_not_found');
      return messageView(message);
    },
  });
}
