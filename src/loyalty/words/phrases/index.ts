export { discountWords, pointsRateWords } from './benefits';
export { dateWords, daysBetween, everyWeekday, weekdayName } from './calendar-words';
export { channelName, messageChannelName } from './channels';
export { durationWords, openThrough, windowWords } from './duration';
export { andList, counted, orList, shortList } from './list';
export { typedText, withoutTyped } from './typed';
export { zoneWords } from './zone-words';
export { amountWords, conditionWords, neverPays, voucherWords } from './rule';
