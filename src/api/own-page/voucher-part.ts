import { brazilianMoment, voucherTerms } from '../../messaging';
import { escapeHtml } from '../http';
import { VOUCHERS } from './page-query';
import { qrCode } from './qr-code';
import type { OwnBenefits, OwnVoucher } from './read-own-page';

/** Vouchers on a page: each has a drawing, and the page has to stay light. */
const ON_A_PAGE = 6;

/** The vouchers that can be used, now or later. @param page from 0 */
export function voucherPart({ vouchers }: OwnBenefits, page: number): string {
  if (vouchers.length === 0) return '';
  const last = Math.ceil(vouchers.length / ON_A_PAGE) - 1;
  const shown = Math.min(page, last);
  const from = shown * ON_A_PAGE;
  return [
    `<section aria-labelledby="vales"><h2 id="vales">Seus vales (${vouchers.length})</h2><ul>`,
    ...vouchers.slice(from, from + ON_A_PAGE).map(voucherItem),
    '</ul>',
    ...(shown < last ? [pageLink(shown + 1, 'Ver mais vales')] : []),
    ...(shown > 0 ? [pageLink(shown - 1, 'Voltar aos vales anteriores')] : []),
    '</section>',
  ].join('');
}

function pageLink(page: number, text: string): string {
  return `<p><a class="more" href="?${VOUCHERS}=${page}#vales">${text}</a></p>`;
}

function voucherItem(voucher: OwnVoucher): string {
  const { code, discount, minSaleCents, stores, usesLeft, state } = voucher;
  const terms = voucherTerms({ discount, minSaleCents, stores, uses: usesLeft }).join('; ');
  const drawn =
    state === 'active'
      ? `<details><summary>Mostrar o QR do vale ${escapeHtml(code)}</summary>${qrCode(code, `QR do vale ${code}`)}</details>`
      : '';
  return `<li><div class="code">${escapeHtml(code)}</div><div>${escapeHtml(terms)}</div><div class="soft">${escapeHtml(whenUsable(voucher))}</div>${drawn}</li>`;
}

function whenUsable({ state, usableFrom, usableUntil }: OwnVoucher): string {
  const until = usableUntil === null ? 'sem vencimento' : `válido até ${brazilianMoment(usableUntil)}`;
  if (state === 'pending') return `Liberado a partir de ${brazilianMoment(usableFrom)}; ${until}`;
  return state === 'reserved' ? `Em uso numa compra que está sendo fechada; ${until}` : sentence(until);
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
