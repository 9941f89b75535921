import { atLocalTime, startOfDate } from '../../../loyalty';
import { plain } from './cell';
import type { Cell } from './cell';

const BRAZILIAN =
  /^(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4})(?:[ ,T]+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?)?$/;
const ISO =
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:[T ](?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d{1,9})?)?(?<offset>Z|[+-]\d{2}:?\d{2})?)?$/;

const NO_DATE = 'Isto não é uma data do calendário. Escreva como dd/mm/aaaa, ou dd/mm/aaaa hh:mm.';

/** A local date and time as a calendar and a clock on the wall show them; `zoned`: the text names their zone itself. */
interface Wall {
  date: string;
  time: string | null;
  zoned: boolean;
}

/**
 * The instant of `dd/mm/aaaa`, `dd/mm/aaaa hh:mm[:ss]` or ISO 8601 in the zone (a zone in the text comes first), in ISO
 * 8601 UTC; a date alone is its first instant. Empty: undefined.
 */
export function readInstant(text: string, zone: string): Cell<string | undefined> {
  const bare = plain(text);
  if (bare === '') return { value: undefined };
  const wall = readWall(bare);
  if (!wall) return { problem: NO_DATE };
  const at = wall.zoned
    ? Date.parse(bare.replace(' ', 'T'))
    : wall.time === null
      ? startOfDate(wall.date, zone)
      : atLocalTime(wall.date, wall.time, zone);
  return Number.isNaN(at) ? { problem: NO_DATE } : { value: new Date(at).toISOString() };
}

/** The date `YYYY-MM-DD` of `dd/mm/aaaa` or ISO 8601. Empty: undefined. */
export function readDate(text: string): Cell<string | undefined> {
  const bare = plain(text);
  if (bare === '') return { value: undefined };
  const wall = readWall(bare);
  return wall ? { value: wall.date } : { problem: NO_DATE };
}

function readWall(text: string): Wall | null {
  const parts = (ISO.exec(text) ?? BRAZILIAN.exec(text))?.groups;
  if (!parts) return null;
  const two = (text = '0'): string => text.padStart(2, '0');
  const date = `${parts['year']}-${two(parts['month'])}-${two(parts['day'])}`;
  const time =
    parts['hour'] === undefined
      ? null
      : `${two(parts['hour'])}:${two(parts['minute'])}:${two(parts['second'])}`;
  const utc = Date.parse(`${date}T${time ?? '00:00:00'}Z`);
  // What runs over (31/02, 25:00) comes out as another date, or as none.
  const real = !Number.isNaN(utc) && new Date(utc).toISOString().startsWith(date);
  return real ? { date, time, zoned: parts['offset'] !== undefined } : null;
}
