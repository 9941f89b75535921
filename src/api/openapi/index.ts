export { describeEndpoint } from './describe-endpoint';
export { openApiDocument } from './document';
export { problemResponses } from './problem-responses';
