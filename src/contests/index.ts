export { calendarOf } from './elections.ts';
export { judgeContests, judgeStations } from './judge.ts';
export { withElections } from './known.ts';
export { isDirect, seatSums } from './laws.ts';
export type { ContestFile } from './named.ts';
export { nameOf } from './names.ts';
export { type ContestInput, type ContestOffer, contestsSeen } from './seen.ts';
export { type ContestWords, type Vocabulary, vocabularyOf } from './vocabulary.ts';
export { isContestReason, sayFinding } from './words.ts';
