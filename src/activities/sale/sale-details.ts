import {
  dateWords,
  formatCents,
  formatPoints,
  lastUsableDate,
  STEP_WORDS,
  withoutTyped,
} from '../../loyalty';
import type { NextStep, ParkedReason, RuleExplanation, Sale, SaleBenefit, SaleStatus } from '../../loyalty';
import { messageFate, messageTitle } from '../../messaging';
import type { Message } from '../../store';
import { inList, inMarkdown, inParagraphs } from '../../workflows';
import { localDay, localTime } from '../runtime';
import type { BesideSale } from './beside-sale';
import { shownNumber } from './shown-number';

const STATUS_TEXT: Record<SaleStatus, string> = {
  waiting: 'aguardando a conclusão do pedido',
  unidentified: 'sem cliente identificado',
  no_benefit: 'sem benefício',
  pending: 'benefício em carência',
  active: 'benefício disponível',
  used: 'benefício usado',
  expired: 'benefício vencido',
  cancelled: 'cancelada',
  refused: 'recusada: dados inválidos na origem',
  in_review: 'em revisão: pode ser a mesma compra que outra venda',
  duplicate: 'a mesma compra que outra venda, onde o benefício conta',
};

const OUTCOME_TEXT: Record<RuleExplanation['outcome'], string> = {
  paid: 'pagou',
  passed_over: 'preterida',
  nothing: 'não gerou nada',
  not_matched: 'não se aplica',
};

/** The Temporal UI shows details up to a size; of a program with many rules the last ones are left out. */
const LONGEST_DETAILS = 6_000;

/**
 * What was earned, by which rule and why, what comes next, and what the customer was told: for whoever opens the run in the
 * Temporal UI, as its Markdown. Ids and amounts only.
 */
export function saleDetails(
  sale: Sale,
  explanation: RuleExplanation[],
  step: NextStep | null,
  { messages, other }: BesideSale,
): string {
  const { source, content, purchase, benefit } = sale;
  const name = `**Venda ${inMarkdown(shownNumber(source) ?? source.externalId)}**`;
  const facts = [
    ...(source.refusal === null ? [] : [`Motivo: ${inMarkdown(source.refusal)}`]),
    ...(other === null ? [] : [otherText(other, benefit.status)]),
    ...(purchase.returnedCents > 0 ? [`Devolvido: ${inMarkdown(formatCents(purchase.returnedCents))}`] : []),
    ...benefitLines(benefit, content.zone),
    step
      ? `Próximo passo: ${STEP_WORDS[step.do]} em ${localTime(step.at, content.zone)}`
      : 'Nenhum passo pendente',
  ];
  return withinSize([
    `${name} · ${inMarkdown(formatCents(content.totalCents))} · ${STATUS_TEXT[benefit.status]}`,
    ...parkedText(sale),
    inList(facts),
    ...messagesText(messages, content.zone),
    ...explanation.flatMap((rule) => ruleText(rule, sale.owner.customerId !== null)),
  ]);
}

/** Why it is not read any more, since when, and what to do. */
function parkedText({ source: { parked }, content: { zone } }: Sale): string[] {
  if (!parked) return [];
  const { why, whatToDo } = PARKED_TEXT[parked.reason];
  return [
    '**Leitura parada: a venda não é mais lida no Bling**',
    inList([
      `Motivo da parada: ${why}`,
      `Parada desde: ${localTime(parked.since, zone)}`,
      `O que fazer: ${whatToDo}`,
    ]),
    'O que se sabia da venda continua valendo até a próxima leitura:',
  ];
}

const AUTHORIZE =
  'abrir `GET /integrations/bling/authorize` com a chave da loja e autorizar de novo com um administrador da empresa; a venda é lida sozinha em seguida.';

const PARKED_TEXT: Record<ParkedReason, { why: string; whatToDo: string }> = {
  unauthorized: { why: 'o Bling recusa o acesso a esta empresa.', whatToDo: AUTHORIZE },
  forbidden: {
    why: 'falta uma permissão ao aplicativo ou ao usuário que o autorizou.',
    whatToDo: `conceder a permissão no Bling e ${AUTHORIZE}`,
  },
  unknown_connection: {
    why: 'a conexão com o Bling de onde ela veio não existe mais.',
    whatToDo: 'autorizar a empresa de novo e salvar o pedido no Bling.',
  },
  rejected: {
    why: 'o Bling não aceita a consulta desta venda, por mais que se repita.',
    whatToDo:
      'salvar o pedido no Bling, para que ele seja lido de novo; se não adiantar, avisar o suporte. Ela é consultada mais uma vez por dia, durante trinta dias.',
  },
};

/** As many of the parts as can be shown, each of them whole. */
function withinSize(parts: readonly string[]): string {
  let size = 0;
  const fitting = parts.filter((part) => (size += part.length + 2) <= LONGEST_DETAILS);
  const left = parts.length - fitting.length;
  return inParagraphs([...fitting, ...(left > 0 ? ['O restante está em `GET /v1/sales/{id}`.'] : [])]);
}

function otherText({ id, source }: Sale, status: SaleStatus): string {
  const what = status === 'duplicate' ? 'O benefício conta na venda' : 'A outra venda';
  return `${what}: ${inMarkdown(shownNumber(source) ?? source.externalId)} (${source.channel}), id ${inMarkdown(id)}`;
}

function benefitLines(benefit: SaleBenefit, zone: string): string[] {
  const { earnedCents, earnedPoints, earnedVouchers, activatesAt, expiresAt } = benefit;
  const parts = [
    ...(earnedCents > 0 ? [formatCents(earnedCents)] : []),
    ...(earnedPoints > 0 ? [formatPoints(earnedPoints)] : []),
    ...(earnedVouchers > 0 ? [`${earnedVouchers} ${earnedVouchers === 1 ? 'vale' : 'vales'}`] : []),
  ];
  if (parts.length === 0) return [];
  return [
    `Benefício: **${inMarkdown(parts.join(' · '))}** (programa v${benefit.programVersion ?? '?'})`,
    ...(activatesAt === null ? [] : [`Disponível desde ${localDay(activatesAt, zone)}`]),
    ...(expiresAt === null ? [] : [`Válido até ${dateWords(lastUsableDate(expiresAt, zone))}`]),
  ];
}

function messagesText(messages: readonly Message[], zone: string): string[] {
  if (messages.length === 0) return [];
  const lines = messages.map((message) => {
    const when = localTime((message.sentAt ?? message.updatedAt).getTime(), zone);
    return `${messageTitle(message)}: ${inMarkdown(messageFate(message))}, em ${when}`;
  });
  return ['**Mensagens ao cliente**', inList(lines)];
}

/** @param owned whether anybody has got what a rule pays */
function ruleText({ ruleId, outcome, lines }: RuleExplanation, owned: boolean): string[] {
  const text = outcome === 'paid' && !owned ? 'pagaria' : OUTCOME_TEXT[outcome];
  const title = ruleId === null ? '**Resultado**' : `**Regra ${inMarkdown(ruleId)}**: ${text}`;
  return [title, inList(lines.map((line) => inMarkdown(withoutTyped(line))))];
}
