export { afterAttempt } from './after-attempt';
export { NO_AMOUNTS } from './amounts';
export { noticeChannels } from './channels';
export type { NoticeChannel } from './channels';
export type { DueNotice } from './due-notice';
export { dueNotices } from './due-notices';
export { endReminder, lotsToRemindOf } from './fair-expiry';
export type { ReminderEnd } from './fair-expiry';
export { nextStep } from './next-step';
export type { NextStep } from './next-step';
export {
  amountsKey,
  amountsKeyStart,
  endInKey,
  expiredKey,
  noticeKind,
  readAmountsKey,
  reminderKey,
  REPURCHASE_KEY,
  saleNoticeKind,
} from './notice-key';
export type { NoticeKind, SaleNoticeKind } from './notice-key';
export { countsToCaps, decide, DEFAULT_MESSAGE_RULES, isPause } from './policy';
export type {
  Barrier,
  Decision,
  GoneReason,
  MessageCase,
  MessageRules,
  Pause,
  PauseReason,
  SkipReason,
  WaitReason,
} from './policy';
export { remindersDue } from './reminders';
export type { Reminder } from './reminders';
export { momentOf } from './spread';
export { stepAfter, STEP_WORDS, timeOf } from './step-after';
