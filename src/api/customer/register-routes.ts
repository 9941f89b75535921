import type { z } from 'zod';
import { consentIdOf } from '../../ids';
import { examineContact } from '../../loyalty';
import type { ContactReading, UnusedMark } from '../../loyalty';
import { actorId, addressOf } from '../../store';
import type { Caller, Consent, Customer, CustomerContact } from '../../store';
import type { Acting, ActorNames, AppDeps, Route } from '../http';
import { actedBy, actorNames, endpoint, iso, invalidField } from '../http';
import { Problem } from '../http/problem';
import { consentExample, consentListSchema, consentRequestSchema, consentSchema } from './consent-schema';
import { customerExample } from './customer-schema';
import { customerView } from './customer-view';
import { maskedFor } from './masking';
import { recogniseAtCounter } from './recognise';
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
    async answer(call) {
      const { merchantId, caller, body, key, now } = call;
      const acting = await actedBy(store, caller, body);
      const reading = examineContact(contactIn(body), await store.merchants.standIns(merchantId));
      if (!reading.contact) throw nobody(reading.unused);
      const { customerId, created } = await recogniseAtCounter(deps, call, reading.contact);
      const by = { route: 'register' as const, key, at: new Date(now) };
      const told = body.consents.map((fact) => consentOf(caller, acting, { ...fact, customerId }, by));
      await store.consents.record(told);
      const customer = await store.customers.current(merchantId, customerId);
      if (!customer) throw new Problem('customer_not_found');
      await agreeAgain(store, customer, told);
      return {
        customer: customerView(maskedFor(caller.actor, customer)),
        created,
        consents: await consentViews(deps, merchantId, told),
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
      return { data: await consentsOf(deps, merchantId, customer.id) };
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
      const acting = await actedBy(store, caller, by);
      const customer = await store.customers.current(merchantId, id);
      if (!customer) throw new Problem('customer_not_found');
      const fact = { channel, given, text, customerId: customer.id };
      const told = consentOf(caller, acting, fact, { route: 'tell', key, at: new Date(now) });
      await store.consents.record([told]);
      await agreeAgain(store, customer, [told]);
      return (await consentViews(deps, merchantId, [told]))[0]!;
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

/** Whoever agrees is written to again where they, or whoever had the address before, had said no. */
async function agreeAgain(
  { suppressions }: Pick<AppDeps['store'], 'suppressions'>,
  customer: Customer,
  told: readonly Fact[],
): Promise<void> {
  const addresses = told.flatMap(({ given, channel }) => (given ? (addressOf(customer, channel) ?? []) : []));
  if (addresses.length > 0) await suppressions.agree(customer.merchantId, addresses);
}

type Fact = Pick<Consent, 'customerId' | 'channel' | 'given' | 'text'>;

/** @param call by which it was told, so that its repetition is found */
function consentOf(
  { merchantId, actor }: Caller,
  acting: Acting,
  fact: Fact,
  { at, ...call }: { route: 'register' | 'tell'; key: string; at: Date },
): Consent {
  const by = { actor: { kind: actor.kind, id: actorId(actor) }, ...acting };
  const about = { merchantId, ...fact, at, source: 'staff' as const, purpose: 'all' as const };
  return { id: consentIdOf({ merchantId, ...fact }, call), ...about, ...by };
}

/** What a customer has agreed to be told, and taken back, newest first. */
export async function consentsOf(
  deps: AppDeps,
  merchantId: string,
  customerId: string,
): Promise<ConsentView[]> {
  return consentViews(deps, merchantId, await deps.store.consents.of(merchantId, customerId));
}

type ConsentView = z.output<typeof consentSchema>;

async function consentViews(
  { store }: AppDeps,
  merchantId: string,
  told: readonly Consent[],
): Promise<ConsentView[]> {
  const names = await actorNames(store, merchantId, told);
  return told.map((one) => consentView(one, names));
}

function consentView(
  { merchantId: _merchant, customerId: _customer, at, actor, ...consent }: Consent,
  names: ActorNames,
): ConsentView {
  return { ...consent, at: iso(at), actor: { ...actor, name: names(actor) } };
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
