export { agreementsOf, type DeskAgreement } from './agreement.ts';
export { asSeenBy } from './blind.ts';
export {
  answered,
  type DeskAnswer,
  type DeskFault,
  type DeskPerson,
  DeskRefusal,
  nameOf,
  remarked,
  signed,
  standOf,
} from './decision.ts';
export { byPoints, choosableIn, type DeskItem, itemsOf, nextAfter, nextOpen, onDataset } from './items.ts';
export {
  type DeskLanguage,
  type DeskPage,
  type DeskView,
  deskDocument,
  faultPage,
  namePage,
} from './pages/frame.ts';
export { type ItemScene, itemPage, keptNotice } from './pages/item.ts';
export { type DeskLine, type DeskReviewLine, itemPath, listPage, reviewPath } from './pages/list.ts';
export {
  type ArchivedText,
  type DeskPlace,
  type DrawnPlace,
  evidencePage,
  type UndrawnReason,
} from './pages/place.ts';
export { reviewPage } from './pages/review.ts';
export { type DeskWork, workPage } from './pages/work.ts';
export { isSamePerson, isThrough, othersOn, ownWords } from './people.ts';
export { deskScript } from './script.ts';
export { deskStyle } from './style.ts';
export { beginningIn, readableOf, surroundingsOf } from './surroundings.ts';
