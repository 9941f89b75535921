export { MOST_ERRORS, readBounded } from './read-bounded';
export { boundWords, issueText, pathText, placedTexts, typeName } from './issue-text';
export type { Bound, IssueSentences, PlacedText } from './issue-text';
export { problemText, programProblems } from './program-problems';
export type { ProgramProblem } from './program-problems';
