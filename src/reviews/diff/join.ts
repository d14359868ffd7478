import type { Review } from '../../model/review.ts';

/** What has a place in the order of a store: a review, or what is known of one. */
export type InOrder = Pick<Review, 'place' | 'category'>;

/** Two reviews of the same place and category, or one that stands alone. */
export interface Joined<Entry extends InOrder> {
  readonly before: Entry | null;
  readonly after: Entry | null;
}

type Order = -1 | 0 | 1;

const compare = (one: string | undefined, other: string | undefined): Order =>
  one === other ? 0 : (one ?? '') < (other ?? '') ? -1 : 1;

/** The order in which stores stream: by place, then by category. */
export const inOrder = (one: InOrder, other: InOrder): Order =>
  compare(one.place?.id, other.place?.id) || compare(one.category?.id, other.category?.id);

/** Joins two streams that are both in order, holding no more than one review of each. */
export function* join<Entry extends InOrder>(
  before: Iterator<Entry>,
  after: Iterator<Entry>,
): Generator<Joined<Entry>> {
  let old = before.next();
  let fresh = after.next();
  while (old.done !== true || fresh.done !== true) {
    const order = old.done === true ? 1 : fresh.done === true ? -1 : inOrder(old.value, fresh.value);
    yield {
      before: order <= 0 && old.done !== true ? old.value : null,
      after: order >= 0 && fresh.done !== true ? fresh.value : null,
    };
    if (order <= 0) old = before.next();
    if (order >= 0) fresh = after.next();
  }
}
