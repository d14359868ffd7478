import type { MessageTree } from './language.ts';

const isTree = (value: string | MessageTree | undefined): value is MessageTree => typeof value === 'object';

/** Two trees as one; where both have a text, that of the second. */
export const together = (one: MessageTree, other: MessageTree): MessageTree => {
  const joint: Record<string, string | MessageTree> = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const before = joint[key];
    joint[key] = isTree(before) && isTree(value) ? together(before, value) : value;
  }
  return joint;
};
