import { z } from 'zod';
import type { LocalDate } from '../../loyalty';
import { localDate, optionalObject, requiredId, text } from '../http';

/** A contact as a list shows it; the list has no e-mail. Personal data: never logged. */
export interface BlingContactSummary {
  id: string;
  name: string | null;
  /** CPF or CNPJ as typed, masked or not. */
  document: string | null;
  landline: string | null;
  mobile: string | null;
  /** Bling's state: `A` active, `E` excluded, `I` inactive, `S` without movement. */
  situation: string | null;
}

/** A contact (`GET /contatos/{id}`). Personal data: never logged. */
export interface BlingContact extends BlingContactSummary {
  /** Bling's kind: `F` person, `J` company, `E` foreigner. */
  type: string | null;
  /** As typed; sometimes several addresses in one field. */
  email: string | null;
  birthDate: LocalDate | null;
}

const summary = z.object({
  id: requiredId,
  nome: text,
  numeroDocumento: text,
  telefone: text,
  celular: text,
  situacao: text.catch(null),
});

const detail = summary.extend({
  tipo: text,
  email: text,
  dadosAdicionais: optionalObject({ dataNascimento: localDate }),
});

/** One row of `GET /contatos`. */
export const contactSummarySchema: z.ZodType<BlingContactSummary> = summary.transform(contactSummary);

/** `data` of `GET /contatos/{id}` and of `GET /contatos/consumidor-final`. */
export const contactSchema: z.ZodType<BlingContact> = detail.transform((raw) => ({
  ...contactSummary(raw),
  type: raw.tipo,
  email: raw.email,
  birthDate: raw.dadosAdicionais?.dataNascimento ?? null,
}));

function contactSummary(raw: z.output<typeof summary>): BlingContactSummary {
  return {
    id: raw.id,
    name: raw.nome,
    document: raw.numeroDocumento,
    landline: raw.telefone,
    mobile: raw.celular,
    situation: raw.situacao,
  };
}
