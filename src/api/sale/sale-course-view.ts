import type { z } from 'zod';
import {
  bookAt,
  holdingsIn,
  NO_HOLDINGS,
  saleNoticeKind,
  ruleSentence,
  stepAfter,
  STEP_WORDS,
} from '../../loyalty';
import type { Instant, NextStep, Sale, SaleNoticeKind, Wallet } from '../../loyalty';
import type { ProgramVersion, StatementLine } from '../../store';
import { redemptionWorkflowId, saleWorkflowId } from '../../workflows';
import type { Runs, RunLook } from '../../runs';
import { iso, isoOrNull } from '../http';
import type { saleRunSchema } from './sale-course-schema';
import type { saleSchema } from './sale-schema';

type SaleView = z.output<typeof saleSchema>;

/** The version that pays a sale, with each of its rules in words. */
export function paidByView(paidBy: ProgramVersion | null): SaleView['program'] {
  if (!paidBy) return null;
  const { version, program } = paidBy;
  const rules = program.earning.rules.map((rule) => ({ ruleId: rule.id, text: ruleSentence(program, rule) }));
  return { version, name: program.name, rules };
}

/** What comes next for a sale by itself, as its run would have it now. */
export function nextView(
  sale: Sale,
  wallet: Wallet | null,
  paidBy: ProgramVersion | null,
  now: Instant,
): SaleView['next'] {
  const holdings = wallet ? holdingsIn(bookAt(wallet, now).wallet, sale.id) : NO_HOLDINGS;
  const step = stepAfter(sale, holdings, paidBy?.program ?? null, now);
  if (!step) return null;
  const notice = step.do === 'tell' ? saleNoticeKind(step.key) : null;
  return { do: step.do, at: iso(step.doAt), notice, text: stepText(step, notice) };
}

function stepText({ do: deed }: NextStep, notice: SaleNoticeKind | null): string {
  const words = STEP_WORDS[deed];
  const what = notice === null ? '' : `: ${NOTICES[notice]}`;
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${what}`;
}

const NOTICES: Record<SaleNoticeKind, string> = {
  earned: 'benefício ganho',
  expiring: 'vencimento próximo',
  expired: 'vencimento',
  repurchase: 'convite para nova compra',
  returned: 'devolução',
};

/** Uses of balance that a page links to; a sale has few. */
const MOST_RUNS = 20;

/** The workflows that work, or have worked, on a sale. */
export function runsView(
  { merchantId, source }: Sale,
  entries: readonly StatementLine[],
  { linkTo }: Pick<Runs, 'linkTo'>,
): SaleView['runs'] {
  const uses = entries.filter(({ type, benefit }) => type === 'RESERVE' && benefit !== 'voucher');
  const redemptionIds = new Set(uses.flatMap(({ cause }) => cause.redemptionId ?? []));
  const linked = (kind: 'sale' | 'redemption', workflowId: string): SaleView['runs'][number] => ({
    ...{ kind, workflowId, url: linkTo(workflowId) },
  });
  return [
    linked('sale', saleWorkflowId({ merchantId, ...source })),
    ...[...redemptionIds]
      .slice(0, MOST_RUNS)
      .map((redemptionId) => linked('redemption', redemptionWorkflowId({ merchantId, redemptionId }))),
  ];
}

/** How a sale's run stands. @param look null: Temporal knows of none */
export function saleRunView(look: RunLook | null, url: string | null): z.output<typeof saleRunSchema> {
  if (!look) return { run: null, url, steps: [] };
  const { runId, running, startedAt, closedAt, steps } = look;
  return {
    run: { runId, running, startedAt: iso(startedAt), closedAt: isoOrNull(closedAt) },
    url,
    steps: steps.map(({ step, attempt, lastFailure, nextTryAt }) => ({
      step,
      text: STEPS[step] ?? 'Trabalhar na venda',
      attempt,
      lastFailure: lastFailure === null ? null : { code: lastFailure, text: failureText(lastFailure) },
      nextTryAt: isoOrNull(nextTryAt),
    })),
  };
}

/** As the Temporal UI calls them. */
const STEPS: Readonly<Record<string, string>> = {
  readSale: 'Ler a venda na origem',
  identifyCustomer: 'Identificar o cliente',
  settleBenefit: 'Calcular e lançar o benefício',
  activateBenefit: 'Liberar o benefício',
  expireBenefit: 'Vencer o que não foi usado',
  sendMessage: 'Avisar o cliente',
  giveUpMessage: 'Registrar que o aviso não pôde ser enviado',
  wakeSales: 'Avisar as vendas cujo benefício se moveu',
  reserveVoucher: 'Reservar o vale',
  redeemVoucher: 'Usar o vale',
  releaseVoucher: 'Devolver o vale reservado',
  rollbackVoucher: 'Desfazer o uso do vale',
  letGoVouchers: 'Devolver o vale reservado e não usado',
  returnGoods: 'Registrar a devolução e acertar o benefício',
  claimSale: 'Entregar a venda ao cliente',
};

const FAILURES: Readonly<Record<string, string>> = {
  'Bling.unavailable': 'O Bling não respondeu.',
  'Bling.timeout': 'O Bling não respondeu a tempo.',
  'Bling.rate_limited': 'O Bling pediu que se esperasse um pouco.',
  'Bling.day_quota': 'A cota diária de consultas ao Bling foi usada; ela abre de novo amanhã.',
  'Bling.unauthorized': 'O Bling recusou o acesso: a conexão precisa ser autorizada de novo.',
  'Bling.forbidden': 'Falta uma permissão no Bling ao aplicativo ou a quem o autorizou.',
  'Bling.invalid_answer': 'A resposta do Bling não tem a forma documentada.',
  ConcurrentChangeError: 'A venda estava sendo mudada por outra operação.',
  ClockSkew: 'O relógio de um servidor está errado.',
  timeout: 'A tentativa não terminou a tempo.',
};

/** Why an attempt failed, in pt-BR. */
function failureText(code: string): string {
  if (code.startsWith('Mongo')) return 'O banco de dados não respondeu.';
  return FAILURES[code] ?? 'Uma falha inesperada, que foi registrada. A etapa é tentada de novo.';
}
