export { withConfiguredCluster } from './configured-cluster';
export { prepareConfiguredCluster } from './prepare-cluster';
export type { ClusterPreparation } from './prepare-cluster';
export { prepareNamespace } from './prepare-namespace';
export type { NamespaceSpec, Preparation } from './prepare-namespace';
export { SEARCH_ATTRIBUTES } from './search-attributes';
export { BuildNotReadyError, buildsOf, makeCurrent } from './worker-deployment';
export type { Build, BuildState, DeploymentAt } from './worker-deployment';
