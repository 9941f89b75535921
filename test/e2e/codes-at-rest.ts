import mongoose from 'mongoose';
import type { Connection } from 'mongoose';

interface Lot {
  _id: string;
  voucher: { code: string } | null;
}

/** The codes of all vouchers of a database. */
export async function codesIn(database: Connection): Promise<string[]> {
  const lots = await database.collection<Lot>('lots').find({ type: 'voucher' }).toArray();
  return lots.flatMap(({ voucher }) => (voucher ? [voucher.code] : []));
}

/** Every document besides the vouchers themselves that holds the code of one, in any spelling: `collection: id`. */
export async function codesElsewhere(database: Connection): Promise<string[]> {
  const plain = (text: string): string => text.replaceAll('-', '').toUpperCase();
  const codes = (await codesIn(database)).map(plain);
  const found: string[] = [];
  for (const { name } of await database.listCollections()) {
    if (name === 'lots' || name.startsWith('system.')) continue;
    for (const document of await database.collection(name).find().toArray()) {
      const text = plain(mongoose.mongo.BSON.EJSON.stringify(document));
      if (codes.some((code) => text.includes(code))) found.push(`${name}: ${String(document._id)}`);
    }
  }
  return found;
}
