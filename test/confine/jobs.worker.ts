import { serve } from '../../src/confine/serve.ts';

/* Jobs that misbehave, each in its own way. */
const spin = (): never => {
  for (;;);
};

const fill = async (): Promise<never> => {
  const held: Uint8Array[] = [];
  for (;;) held.push(new Uint8Array(8 * 2 ** 20).fill(1));
};

const heap = (): never => {
  const held: object[] = [];
  for (;;) held.push({ at: held.length });
};

serve(() => async (job, body) => {
  const { kind } = job as { readonly kind: string };
  if (kind === 'spin') return spin();
  if (kind === 'fill') return fill();
  if (kind === 'heap') return heap();
  if (kind === 'end') process.exit(3);
  if (kind === 'throw') throw new Error('no such thing');
  if (kind === 'wait') return new Promise(() => {});
  return { length: body.length, last: body.at(-1) ?? null };
});
