import { z } from 'zod';

/** A text of the address. The router takes what looks like a number for one; what cannot be meant is left out. */
const text = (form: z.ZodString) =>
  z
    .union([z.string(), z.number().transform(String)])
    .pipe(form)
    .optional()
    .catch(undefined);

/** A local date. */
const day = text(z.string().regex(/^\d{4}-\d{2}-\d{2}$/));

const STATUSES = [
  ...([
    'waiting',
    'unidentified',
    'in_review',
    'no_benefit',
    'pending',
    'active',
    'used',
    'expired',
  ] as const),
  ...(['cancelled', 'duplicate', 'refused'] as const),
] as const;
const CHANNELS = ['bling', 'ecommerce', 'pos', 'import', 'manual'] as const;

/** What the list of sales is looked through by. */
export const saleSearch = z.object({
  situacao: z.enum(STATUSES).optional().catch(undefined),
  canal: z.enum(CHANNELS).optional().catch(undefined),
  loja: text(z.string().min(1).max(100)),
  numero: text(z.string().min(1).max(100)),
  dia: day,
  de: day,
  ate: day,
  cliente: text(z.string().regex(/^\w{1,64}$/)),
  contam: z.enum(['dia', 'compras']).optional().catch(undefined),
  parada: text(z.string().regex(/^\w{1,64}$/)),
  antes: text(z.string().min(1).max(100)),
});

/** Where a page of the audit begins. */
export const auditSearch = z.object({ antes: text(z.string().min(1).max(100)) });

/** What customers are looked for by. */
export const customerSearch = z.object({
  busca: text(z.string().min(1).max(200)),
  antes: text(z.string().min(1).max(1_250)),
});

/** The sale a draft of the program is tried on. */
export const trySearch = z.object({ venda: text(z.string().regex(/^\w{1,64}$/)) });

/** The simulation that is looked at. */
export const simulationSearch = z.object({ simulacao: text(z.string().regex(/^\w{1,64}$/)) });

/** Where a page of versions begins. */
export const versionSearch = z.object({ antes: z.coerce.number().int().min(1).optional().catch(undefined) });

/** Which reviews. */
export const reviewSearch = z.object({
  situacao: z.enum(['resolved']).optional().catch(undefined),
  tipo: z.enum(['same_sale', 'same_customer']).optional().catch(undefined),
  antes: text(z.string().min(1).max(100)),
});

/** Where the page of a list without filters begins. */
export const pageSearch = z.object({ antes: text(z.string().min(1).max(100)) });

/** Which alerts. */
export const alertSearch = z.object({
  situacao: z.enum(['todos']).optional().catch(undefined),
  antes: text(z.string().min(1).max(100)),
});

/** Where the page of a list begins whose elements are named at length. */
const far = text(z.string().min(1).max(340));
const id = text(z.string().regex(/^\w{1,60}$/));

/** Which messages. */
export const messageSearch = z.object({
  situacao: z
    .enum(['queued', 'sending', 'sent', 'delivered', 'read', 'failed', 'skipped', 'unknown'])
    .optional()
    .catch(undefined),
  ocasiao: z
    .enum([
      ...(['earned', 'expiring', 'expired', 'repurchase', 'returned'] as const),
      ...(['welcome', 'balance', 'winBack', 'birthday'] as const),
    ])
    .optional()
    .catch(undefined),
  ...{ cliente: id, venda: id, antes: far },
});

const benefit = z.enum(['pontos', 'vales']).optional().catch(undefined);
/** Where sales were made; `none`: of none that is known. */
const source = {
  loja: text(z.string().min(1).max(100)),
  canal: z
    .enum([...CHANNELS, 'none'])
    .optional()
    .catch(undefined),
};

/** Which movements. */
export const movementSearch = z.object({
  fluxo: z
    .enum(['granted', 'credited', 'used', 'expired', 'extended', 'takenBack', 'debited'])
    .catch('granted'),
  beneficio: benefit,
  de: day,
  ate: day,
  ...source,
  antes: far,
});

/** Which lots. */
export const lotSearch = z.object({
  estado: z.enum(['active', 'pending', 'reserved']).catch('active'),
  beneficio: benefit,
  mes: text(z.string().regex(/^(?:\d{4}-\d{2}|never)$/)),
  dia: day,
  ...source,
  antes: far,
});

/** Which reports. */
export const reportSearch = z.object({
  de: day,
  ate: day,
  por: z.enum(['origem']).optional().catch(undefined),
  beneficio: benefit,
});
