import { dateWords, programRegulation } from '../../loyalty';
import { escapeHtml, paragraphs, plainPage } from '../http';
import type { PlainPage } from '../http';
import { balancePart } from './balance-part';
import { LOOK } from './look';
import { SITE } from './other-pages';
import { BEFORE, REGULATION } from './page-query';
import type { PageQuery } from './page-query';
import { doneText, preferencePart } from './preference-part';
import type { Wish } from './preference-part';
import { qrCode } from './qr-code';
import type { OwnBenefits, OwnPage, StatementText } from './read-own-page';
import { voucherPart } from './voucher-part';

/** What one request shows of a page. */
export interface Showing {
  /** By which a till finds the customer. */
  till: string;
  query: PageQuery;
  /** What has just been asked for, and holds. */
  done: readonly Wish[];
}

/** The page of one customer: what they have, how they use it, and what they are written. */
export function ownPage(page: OwnPage, { till, query, done }: Showing): PlainPage {
  if (query.regulation && page.program) return regulationPage(page);
  const { name, firstName, benefits } = page;
  const body = [
    `<p>${escapeHtml(firstName === null ? 'Olá!' : `Olá, ${firstName}!`)}</p>`,
    ...(done.length === 0 ? [] : [`<p class="said" role="status">${escapeHtml(doneText(name, done))}</p>`]),
    ...(benefits === null ? [paused(name)] : inForce(page, benefits, till, query)),
    preferencePart(page),
    ...(page.program
      ? [
          `<section aria-labelledby="regras"><h2 id="regras">Regras do programa</h2><p><a class="more" href="?${REGULATION}=1">Ler o regulamento</a></p></section>`,
        ]
      : []),
    FOOTER,
  ].join('');
  return plainPage(200, { title: name, site: SITE, style: LOOK, body });
}

function inForce(page: OwnPage, benefits: OwnBenefits, till: string, query: PageQuery): string[] {
  return [
    balancePart(page, benefits),
    '<section aria-labelledby="caixa"><h2 id="caixa">Para usar na loja</h2>',
    '<p>Mostre este QR no caixa antes de pagar, ou diga o seu CPF ou telefone.</p>',
    `${qrCode(till, 'QR que identifica você no caixa')}</section>`,
    voucherPart(benefits, query.vouchers),
    statementPart(benefits, query),
  ];
}

function statementPart({ statement: { due, kept, next } }: OwnBenefits, { before }: PageQuery): string {
  const item = ({ date, text }: StatementText): string =>
    `<li><span class="soft">${dateWords(date)}</span><br>${escapeHtml(text)}</li>`;
  const items = [
    ...due.lines.map(item),
    ...(due.more === 0 ? [] : [`<li class="soft">${moreText(due.more)}</li>`]),
    ...kept.map(item),
  ];
  const link = (href: string, text: string): string => `<p><a class="more" href="${href}">${text}</a></p>`;
  return [
    '<section aria-labelledby="extrato"><h2 id="extrato">Extrato</h2>',
    items.length === 0 ? '<p>Ainda não há movimentos.</p>' : `<ul>${items.join('')}</ul>`,
    ...(next === null ? [] : [link(`?${BEFORE}=${next}#extrato`, 'Ver mais antigos')]),
    ...(before === null ? [] : [link('?#extrato', 'Voltar aos mais recentes')]),
    '</section>',
  ].join('');
}

/** What the clock has decided beyond what is shown one by one. */
function moreText(more: number): string {
  return more === 1 ? 'e mais 1 movimento deste período' : `e mais ${more} movimentos deste período`;
}

function paused(name: string): string {
  return paragraphs([
    `O programa de ${name} está parado no momento, e por isso o seu saldo não aparece aqui. Se tiver dúvida, fale com a loja.`,
  ]);
}

const FOOTER =
  '<footer><p>Esta página é só sua: quem tem o link vê o que você vê. Não passe o link a ninguém. Se alguém ficou com ele, peça na loja para trocar: o antigo deixa de abrir esta página.</p></footer>';

function regulationPage({ name, program }: OwnPage): PlainPage {
  const { title, sections } = programRegulation(program!);
  const body = [
    '<p><a class="more" href="?">Voltar à minha página</a></p>',
    ...sections.map(
      ({ heading, paragraphs: texts }) =>
        `<section><h2>${escapeHtml(heading)}</h2>${paragraphs(texts)}</section>`,
    ),
    '<p><a class="more" href="?">Voltar à minha página</a></p>',
  ].join('');
  return plainPage(200, { title, site: name, style: LOOK, body });
}
