export { nextStep, reminderKey, remindersDue } from './next-step';
export type { NextStep, Reminder, Tell } from './next-step';
