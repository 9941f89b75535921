import type { z } from 'zod';
import { consentIdOf } from '../../ids';
import { examineContact } from '../../loyalty';
import type { ContactReading, UnusedMark } from '../../loyalty';
import { actorId } from '../../store';
import type { Caller, Consent, CustomerContact } from '../../store';
import type { AppDeps, Route } from '../http';
import { endpoint, iso, invalidField, triedBy } from '../http';
import { Problem } from '../http/problem';
import { consentExample, consentListSchema, consentRequestSchema, consentSchema } from './consent-schema';
import type { consentGivenSchema } from './consent-schema';
import { customerExample } from './customer-schema';
import { customerView } from './customer-view';
import { maskedFor } from './masking';
import { recognised } from './recognise';
import { registeredSchema, registerExample, registerSchema } from './register-schema';
import { unusedMarkText } from './unused-marks';

const tag = 'Customers';

/** Who registers at a counter, and what customers have agreed to be told. */
export function registerRoutes(deps: AppDeps): Route[] {
  return [register(deps), consents(deps), tell(deps)];
}

function register(deps: AppDeps): Route {
  const { store } = deps;
  return endpoint(deps, {
    method: 'post',
    path: '/v1/customers',
    permission: 'counter',
    tag,
    summary: 'Register a customer, with what they agree to be told',
    description:
      'Whoever is known already by CPF or CNPJ, phone or e-mail is answered and kept up to date, and never doubled. `warnings` says which mark was not usable; where none was, nobody is written down.',
    body: { schema: registerSchema, example: registerExample },
    reply: {
      status: 201,
      description: 'The customer, new or known before',
      schema: registeredSchema,
      example: { customer: customerExample, created: true, consents: [consentExample], warnings: [] },
    },
    movesValue: true,
    async answer({ merchantId, caller, body, key, now }) {
      const at = new Date(now);
      const reading = examineContact(contactIn(body), await store.merchants.standIns(merchantId));
      if (!reading.contact) throw nobody(reading.unused);
      const { customerId, created } = await recognised(deps, merchantId, reading.contact, at);
      const told = consentsOf(caller, { customerId, key, at }, body);
      await store.consents.record(told);
      const customer = await store.customers.current(merchantId, customerId);
      if (!customer) throw new Problem('customer_not_found');
      return {
        customer: customerView(maskedFor(caller.actor, customer)),
        created,
        consents: told.map(consentView),
        warnings: warningsOf(reading),
      };
    },
  });
}

function consents(deps: AppDeps): Route {
  const { store } = deps;
  return endpoint(deps, {
    method: 'get',
    path: '/v1/customers/{id}/consents',
    permission: 'customer.look',
    tag,
    summary: 'What the customer has agreed to be told, and taken back, newest first',
    description:
      'Each a fact, with its wording, who told it, when and where. What holds is the newest of a channel.',
    reply: { description: 'All facts', schema: consentListSchema, example: { data: [consentExample] } },
    refusals: ['customer_not_found'],
    async answer({ merchantId, id }) {
      const customer = await store.customers.current(merchantId, id);
      if (!customer) throw new Problem('customer_not_found');
      return { data: (await store.consents.of(merchantId, customer.id)).map(consentView) };
    },
  });
}

function tell(deps: AppDeps): Route {
  const { store } = deps;
  return endpoint(deps, {
    method: 'post',
    path: '/v1/customers/{id}/consents',
    permission: 'counter',
    tag,
    summary: 'Note what the customer agrees to be told, or no longer wants',
    body: {
      schema: consentRequestSchema,
      example: { channel: 'email', given: false, text: 'Não quero mais e-mails.', operator: 'caixa 1' },
    },
    reply: { status: 201, description: 'The fact', schema: consentSchema, example: consentExample },
    refusals: ['customer_not_found'],
    movesValue: true,
    async answer({ merchantId, caller, id, body: { channel, given, text, ...by }, key, now }) {
      const customer = await store.customers.current(merchantId, id);
      if (!customer) throw new Problem('customer_not_found');
      const about = { customerId: customer.id, key, at: new Date(now) };
      const [told] = consentsOf(caller, about, { consents: [{ channel, given, text }], ...by });
      await store.consents.record([told!]);
      return consentView(told!);
    },
  });
}

function contactIn({
  name,
  document,
  phone,
  email,
  birthDate,
}: z.output<typeof registerSchema>): CustomerContact {
  return {
    externalKey: null,
    name,
    document: document ?? null,
    phones: phone === undefined ? [] : [phone],
    emails: email === undefined ? [] : [email],
    birthDate: birthDate ?? null,
  };
}

interface Told {
  consents: readonly z.output<typeof consentGivenSchema>[];
  operator?: string;
  storeId?: string;
}

function consentsOf(
  caller: Caller,
  { customerId, key, at }: { customerId: string; key: string; at: Date },
  { consents: told, ...said }: Told,
): Consent[] {
  const { merchantId, actor } = caller;
  const { operator, storeId } = triedBy(caller, said);
  return told.map(({ channel, given, text }) => ({
    id: consentIdOf(merchantId, channel, key),
    ...{ merchantId, customerId, channel, given, text, at },
    actor: { kind: actor.kind, id: actorId(actor), name: actor.kind === 'key' ? actor.label : actor.name },
    ...{ operator, storeId },
  }));
}

function consentView({
  merchantId: _merchant,
  customerId: _customer,
  at,
  ...consent
}: Consent): z.output<typeof consentSchema> {
  return { ...consent, at: iso(at) };
}

type Warnings = z.output<typeof registeredSchema>['warnings'];

function warningsOf({ unused }: ContactReading<CustomerContact>): Warnings {
  return unused.map(({ field, why }) => ({
    field,
    code: why,
    detail: `${unusedMarkText({ field, why })} O cliente foi identificado pelos outros dados.`,
  }));
}

/** No mark of somebody says who it is. */
function nobody(unused: readonly UnusedMark[]): Problem {
  const [mark] = unused.filter(({ field }) => field !== 'name');
  if (!mark) return invalidField('name', NOBODY);
  return invalidField(mark.field, `${unusedMarkText(mark)} ${NOBODY}`);
}

const NOBODY = 'Ninguém foi cadastrado. Confira os dados com o cliente e envie de novo.';
