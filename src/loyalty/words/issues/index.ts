export { MOST_ERRORS, readBounded } from './read-bounded';
export { boundWords, issueText, pathText, placedTexts, typeName } from './issue-text';
export type { Bound, IssueSentences, PlacedText } from './issue-text';
