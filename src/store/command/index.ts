export { commandTextsModel } from './command-text-model';
export type { CommandTexts } from './command-text-model';
export { createCommands } from './commands';
export type { Commands } from './commands';
export { lateRefusal, NO_CALL, takeCall } from './take-call';
export type { TakenCall, WaitedCall } from './take-call';
