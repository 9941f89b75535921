/** The address of a contact; every part may be empty. */
export interface Address {
  street: string;
  number: string;
  complement: string;
  district: string;
  city: string;
  state: string;
  postalCode: string;
}

/** A customer as the ERP holds them: free text where Bling keeps free text, empty where nothing was typed. */
export interface Contact {
  id: number;
  name: string;
  /** F natural person, J company, E foreigner. */
  type: 'F' | 'J' | 'E';
  /** CPF or CNPJ as it was typed, with or without punctuation, or empty. */
  document: string;
  phone: string;
  mobile: string;
  email: string;
  /** `YYYY-MM-DD`, or Bling's unset date. */
  birthDate: string;
  sex: 'F' | 'M' | '';
  address: Address;
  /** A active, E excluded, I inactive, S without movement. */
  situation: 'A' | 'E' | 'I' | 'S';
  /** When it was added, epoch ms. */
  createdAt: number;
  /** When it was last changed, epoch ms. */
  changedAt: number;
}

/** What can be said about a contact when it is added or edited. */
export type ContactDraft = Partial<Omit<Contact, 'id' | 'address' | 'createdAt' | 'changedAt'>> & {
  address?: Partial<Address>;
};

/** How Bling writes a date that is not set. */
export const unsetDate = '0000-00-00';

const emptyAddress: Address = {
  street: '',
  number: '',
  complement: '',
  district: '',
  city: '',
  state: '',
  postalCode: '',
};

/** A contact of which only what the draft says is known. @param times when it was added and last changed, epoch ms */
export function contactFrom(
  id: number,
  draft: ContactDraft,
  times: Pick<Contact, 'createdAt' | 'changedAt'>,
): Contact {
  return {
    name: 'Cliente sem nome',
    type: 'F',
    document: '',
    phone: '',
    mobile: '',
    email: '',
    birthDate: unsetDate,
    sex: '',
    situation: 'A',
    ...draft,
    ...times,
    id,
    address: { ...emptyAddress, ...draft.address },
  };
}
