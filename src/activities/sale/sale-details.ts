import { formatCents, formatPoints, lastUsableDate, localDate } from '../../loyalty';
import type { NextStep, RuleExplanation, Sale, SaleBenefit, SaleStatus } from '../../loyalty';

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

const STEP_TEXT: Record<NextStep['do'], string> = {
  activate: 'liberar o benefício',
  expire: 'vencer o que não foi usado',
  letGo: 'devolver o vale reservado e não usado',
  tell: 'avisar o cliente',
};

const OUTCOME_TEXT: Record<RuleExplanation['outcome'], string> = {
  paid: 'pagou',
  passed_over: 'preterida',
  nothing: 'não gerou nada',
  not_matched: 'não se aplica',
};

/** The Temporal UI shows details up to a size; a program of many rules is told as far as that goes. */
const LONGEST_DETAILS = 6_000;

/** What was earned, by which rule and why, and what comes next: for whoever opens the run in the Temporal UI. Ids and amounts only. */
export function detailsOf(sale: Sale, explanation: RuleExplanation[], step: NextStep | null): string {
  const { source, content, purchase, benefit } = sale;
  const lines = [
    `**Venda ${source.number ?? source.externalId}** · ${formatCents(content.totalCents)} · ${STATUS_TEXT[benefit.status]}`,
    ...(source.refusal === null ? [] : [`Motivo: ${source.refusal}`]),
    ...(purchase.returnedCents > 0 ? [`Devolvido: ${formatCents(purchase.returnedCents)}`] : []),
    ...benefitLines(benefit, content.zone),
    step
      ? `Próximo passo: ${STEP_TEXT[step.do]} em ${new Date(step.at).toISOString()}`
      : 'Nenhum passo pendente',
    ...explanation.map(ruleText),
  ];
  return lines.join('\n\n').slice(0, LONGEST_DETAILS);
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
    `Benefício: **${parts.join(' · ')}** (programa v${benefit.programVersion ?? '?'})`,
    ...(activatesAt === null ? [] : [`Disponível desde ${localDate(activatesAt, zone)}`]),
    ...(expiresAt === null ? [] : [`Válido até ${lastUsableDate(expiresAt, zone)}`]),
  ];
}

function ruleText({ ruleId, outcome, lines }: RuleExplanation): string {
  const title = ruleId === null ? '**Resultado**' : `**Regra ${ruleId}**: ${OUTCOME_TEXT[outcome]}`;
  return [title, ...lines.map((line) => `- ${line}`)].join('\n');
}
