export { describeEndpoint } from '../http/describe-endpoint';
export { openApiDocument } from '../http/openapi-document';
export { problemResponses } from '../http/problem-responses';
