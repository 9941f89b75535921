import { z } from 'zod';
import { parseDuration } from '../calendar';

/** The most steps that one win-back has. */
const MOST_STEPS = 3;
/** Every month has these days. */
const LAST_DAY = 28;

/** What of a program's fields the occasions are made of. */
interface Fields<Channels> {
  channels: Channels;
  duration(zeroRefusal: string): z.ZodString;
  distinctList<Item extends z.ZodType>(item: Item, max: number): z.ZodArray<Item>;
}

/** A block of a program that may be absent, and refuses what it does not know. */
type Block<Shape extends z.core.$ZodLooseShape> = z.ZodOptional<z.ZodObject<Shape, z.core.$strict>>;

interface Occasions<Channels extends z.ZodType> {
  welcome: Block<{ after: z.ZodDefault<z.ZodString>; channels: Channels }>;
  balance: Block<{ day: z.ZodDefault<z.ZodInt>; channels: Channels }>;
  winBack: Block<{ after: z.ZodArray<z.ZodString>; channels: Channels }>;
  birthday: Block<{ channels: Channels }>;
}

/**
 * The occasions on which a customer is written to by no sale, as a program sets them; one that is absent is off, as all of them are in
 * programs from before there were any. A birthday needs nothing but channels.
 */
export function followUpOccasions<Channels extends z.ZodType>({
  channels,
  duration,
  distinctList,
}: Fields<Channels>): Occasions<Channels> {
  return {
    welcome: z
      .strictObject({
        after: duration(
          'Com prazo zero as boas-vindas sairiam junto com o aviso da primeira compra. Informe um prazo, por exemplo P1D.',
        ).default('P1D'),
        channels,
      })
      .optional(),
    balance: z.strictObject({ day: z.int().min(1).max(LAST_DAY).default(5), channels }).optional(),
    winBack: z
      .strictObject({
        after: distinctList(
          duration(
            'Com prazo zero o convite sairia junto com a própria compra. Informe um prazo, por exemplo P60D.',
          ),
          MOST_STEPS,
        ).superRefine(checkSteps),
        channels,
      })
      .optional(),
    birthday: z.strictObject({ channels }).optional(),
  };
}

/** Two steps at one distance, however spelled, would be one message sent twice. */
function checkSteps(after: string[], ctx: z.RefinementCtx): void {
  const seen = new Set<string>();
  after.forEach((text, index) => {
    const { months, days, millis, exact } = parseDuration(text);
    const distance = `${months}/${days}/${millis}/${exact}`;
    if (seen.has(distance))
      ctx.addIssue({
        code: 'custom',
        path: [index],
        message: `O prazo "${text}" repete outro da lista, e o convite sairia duas vezes. Retire um deles.`,
      });
    seen.add(distance);
  });
}
