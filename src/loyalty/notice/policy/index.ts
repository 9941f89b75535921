export { countsToCaps } from './caps';
export { decide, isPause } from './decide';
export type {
  Barrier,
  Decision,
  GoneReason,
  MessageCase,
  Pause,
  PauseReason,
  SkipReason,
  WaitReason,
} from './decide';
export { DEFAULT_MESSAGE_RULES } from './message-rules';
export type { MessageRules } from './message-rules';
