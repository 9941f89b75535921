import { z } from 'zod';
import { optionalInteger, requiredId, text } from '../http';

/** The company behind a connection. */
export interface BlingCompany {
  /** 32 hex characters; the `companyId` of its webhooks. */
  id: string;
  name: string | null;
}

/** A part of Bling that has situations of its own; the sales one is called "Vendas". */
export interface SituationModule {
  id: string;
  name: string | null;
}

/** A situation a merchant's orders can be in. */
export interface SituationOption {
  id: number;
  name: string | null;
  /** The built-in situation this one was derived from, if it was. */
  inheritsFrom: number | null;
}

/** A sales channel; an order's `storeId` names one. Removed and created again, it has another id. */
export interface SalesChannel {
  id: string;
  name: string | null;
  /** Bling's name of the integration, such as `Nuvemshop`. */
  type: string | null;
  enabled: boolean;
}

/** `data` of `GET /empresas/me/dados-basicos`. */
export const companySchema: z.ZodType<BlingCompany> = z
  .object({ id: z.string().min(1), nome: text })
  .transform((raw) => ({ id: raw.id, name: raw.nome }));

/** One row of `GET /situacoes/modulos`. */
export const situationModuleSchema: z.ZodType<SituationModule> = z
  .object({ id: requiredId, nome: text })
  .transform((raw) => ({ id: raw.id, name: raw.nome }));

/** One row of `GET /situacoes/modulos/{id}`. */
export const situationOptionSchema: z.ZodType<SituationOption> = z
  .object({ id: requiredId, nome: text, idHerdado: optionalInteger })
  .transform((raw) => ({ id: Number(raw.id), name: raw.nome, inheritsFrom: raw.idHerdado || null }));

/** One row of `GET /canais-venda`; situation 1 is enabled, 2 disabled. */
export const salesChannelSchema: z.ZodType<SalesChannel> = z
  .object({ id: requiredId, descricao: text, tipo: text, situacao: optionalInteger })
  .transform((raw) => ({ id: raw.id, name: raw.descricao, type: raw.tipo, enabled: raw.situacao === 1 }));
