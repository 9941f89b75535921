import { makeCnpj, maskDocument } from './documents';
import { merchantNames } from './names';
import type { Randomness } from './randomness';
import { situationsOf } from './situation';
import type { Situation } from './situation';

/** A sales channel ("canal de venda") of a company. */
export interface Channel {
  id: number;
  description: string;
  /** Bling's name of the kind of channel, e.g. `Nuvemshop`. */
  type: string;
}

/** What a pretend merchant's Bling account is, apart from its contacts and orders. */
export interface CompanyProfile {
  index: number;
  /** 32 hex characters: the `companyId` of the webhooks. */
  id: string;
  name: string;
  /** With its mask, as Bling gives it. */
  cnpj: string;
  email: string;
  contractDate: string;
  situations: Situation[];
  channels: Channel[];
  sellerId: number;
}

/** The account number `index` of the simulator. */
export function makeProfile(random: Randomness, index: number): CompanyProfile {
  const round = Math.floor(index / merchantNames.length);
  const name = `${merchantNames[index % merchantNames.length] ?? 'Loja'}${round === 0 ? '' : ` ${round + 1}`}`;
  return {
    index,
    id: random.text(32, '0123456789abcdef'),
    name: `${name} LTDA`,
    cnpj: maskDocument(makeCnpj(random, false)),
    email: `loja${index + 1}@example.com`,
    contractDate: `2024-0${random.integer(1, 9)}-${random.integer(10, 28)}`,
    situations: situationsOf(index),
    channels: [
      { id: 205375013 + index * 10, description: 'Loja virtual', type: 'Nuvemshop' },
      { id: 205375014 + index * 10, description: 'Mercado Livre', type: 'MercadoLivre' },
    ],
    sellerId: 15596500001 + index,
  };
}
