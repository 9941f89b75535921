import { TypedSearchAttributes } from '@temporalio/common';
import { encodeSearchAttributeIndexedValueType } from '@temporalio/common/lib/search-attributes';
import { searchAttributes } from '../../src/workflows';

/** A search attribute as it has to be registered. */
export interface SearchAttribute {
  readonly name: string;
  /** As the Temporal CLI writes it: `Keyword`, `Int`, `Datetime`. */
  readonly typeName: string;
  /** Its number in Temporal's API (`temporal.api.enums.v1.IndexedValueType`). */
  readonly typeNumber: number;
}

/** The search attributes the workflows set: registered in a namespace before the first workflow runs in it. */
export const SEARCH_ATTRIBUTES: readonly SearchAttribute[] = Object.values(searchAttributes).map(
  ({ name, type }) => ({
    name,
    typeName: TypedSearchAttributes.toMetadataType(type),
    typeNumber: Number(encodeSearchAttributeIndexedValueType(type)),
  }),
);

/** A query of workflows that the server refuses as long as one of the attributes is not usable. */
export const QUERY_OVER_ALL_ATTRIBUTES = SEARCH_ATTRIBUTES.map(({ name }) => `${name} IS NOT NULL`).join(
  ' OR ',
);
