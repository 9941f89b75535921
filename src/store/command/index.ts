export { commandTextsModel } from './command-text-model';
export type { CommandTexts } from './command-text-model';
export { createCommands } from './commands';
export type { Commands } from './commands';
export { lateRefusal, takeCall } from './take-call';
export type { Lateness, WaitedCall } from './take-call';
