export { prepareConfiguredCluster } from './prepare-cluster';
export type { ClusterPreparation } from './prepare-cluster';
export { prepareNamespace } from './prepare-namespace';
export type { NamespaceSpec, Preparation } from './prepare-namespace';
export { SEARCH_ATTRIBUTES } from './search-attributes';
