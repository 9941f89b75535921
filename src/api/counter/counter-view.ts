import type { z } from 'zod';
import { emptyWallet, walletView } from '../../loyalty';
import type { Instant, Wallet } from '../../loyalty';
import type { Customer } from '../../store';
import { maskedDocument, maskedName } from '../http';
import type { counterCustomerSchema } from './counter-schema';
import type { Reading } from './typed';

/** A customer as the counter shows one. @param wallet what is open in it; absent: nothing */
export function counterCustomerView(
  { id, name, document, phones }: Customer,
  wallet: Wallet | undefined,
  now: Instant,
): z.output<typeof counterCustomerSchema> {
  const { cashback, points, vouchers } = walletView(wallet ?? emptyWallet(id), now);
  const phone = phones.find(({ mobile }) => mobile) ?? phones[0];
  return {
    id,
    name: maskedName(name),
    documentMasked: document && maskedDocument(document),
    phoneLastDigits: phone ? phone.e164.slice(-4) : null,
    cashback,
    points,
    usableVouchers: vouchers.filter(({ state }) => state === 'active').length,
  };
}

const NOTHING: Record<Reading, string> = {
  voucher:
    'Nenhum vale desta conta tem este código. Confira o código com o cliente e digite de novo; muitas tentativas seguidas bloqueiam novas consultas por um tempo.',
  link: 'Este QR não abre a página de nenhum cliente desta conta: ele pode ter sido trocado. Peça ao cliente para abrir o link da mensagem mais recente, ou procure pelo CPF ou pelo telefone.',
  document:
    'Nenhum cliente tem este CPF ou CNPJ. Confira os números com o cliente, procure pelo telefone, ou faça o cadastro.',
  phone:
    'Nenhum cliente tem este telefone. Confira o número com o cliente, procure pelo CPF, ou faça o cadastro.',
  phone_ending:
    'Nenhum cliente tem um telefone que termine assim. Peça o CPF ou o telefone completo, com o DDD, ou faça o cadastro.',
  email: 'Nenhum cliente tem este e-mail. Procure pelo CPF ou pelo telefone, ou faça o cadastro.',
  name: 'Nenhum cliente tem este nome. Procure pelo CPF ou pelo telefone, ou faça o cadastro.',
};

/** What staff do where nothing was found, in pt-BR. */
export function nothingText(readAs: Reading): string {
  return NOTHING[readAs];
}
