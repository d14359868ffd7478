/*
 * What a text must hold for an expression to match: one of a few plain strings. To look for all strings of all languages takes one pass over a
 * text; thousands of expressions would each take their own, and be compiled for it.
 */

/** Strings that a piece of an expression can stand for, all of them; null where they are not few. */
type Whole = readonly string[] | null;

/** What is known of a piece: all that it can be, and the best strings of which every match holds one. */
interface Known {
  readonly whole: Whole;
  readonly needles: readonly string[] | null;
}

/** Strings of a piece that are spelled out at most. */
const most = 24;

/** Shorter strings are in every text. */
const shortest = 2;

const lengthOf = (strings: readonly string[]): number => Math.min(...strings.map(({ length }) => length));

/** Of two sets of strings the one that fewer texts hold one of. */
const rarer = (one: readonly string[] | null, other: readonly string[] | null): readonly string[] | null => {
  if (one === null || one.length === 0) return other;
  if (other === null || other.length === 0) return one;
  const [first, second] = [Math.min(lengthOf(one), 5), Math.min(lengthOf(other), 5)];
  if (first !== second) return first > second ? one : other;
  return one.length <= other.length ? one : other;
};

const usable = (strings: Whole): readonly string[] | null =>
  strings !== null && strings.length > 0 && lengthOf(strings) >= shortest ? strings : null;

const unknown: Known = { whole: null, needles: null };
/** A place between characters: it is nothing, and parts nothing. */
const place: Known = { whole: [''], needles: null };

const joined = (left: readonly string[], right: readonly string[]): Whole => {
  if (left.length * right.length > most) return null;
  return left.flatMap((start) => right.map((end) => start + end));
};

/** Reads an expression of the kind that the vocabularies hold, from left to right. */
class Parser {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** Alternatives up to the end of the group or the source. */
  alternatives(): Known {
    let whole: Whole = [];
    let needles: readonly string[] | null = [];
    for (;;) {
      const one = this.#sequence();
      whole =
        whole === null || one.whole === null || whole.length + one.whole.length > most
          ? null
          : [...whole, ...one.whole];
      needles = needles === null || one.needles === null ? null : [...needles, ...one.needles];
      if (this.#source.charAt(this.#at) !== '|') break;
      this.#at += 1;
    }
    return { whole, needles };
  }

  #sequence(): Known {
    let run: readonly string[] = [''];
    let needles: readonly string[] | null = null;
    let isWhole = true;
    while (this.#at < this.#source.length && !'|)'.includes(this.#source.charAt(this.#at))) {
      const item = this.#item();
      const next: Whole = item.whole === null ? null : joined(run, item.whole);
      if (next !== null) {
        run = next;
        continue;
      }
      needles = rarer(needles, rarer(usable(run), item.needles));
      isWhole = false;
      run = item.whole ?? [''];
    }
    return { whole: isWhole ? run : null, needles: rarer(needles, usable(run)) };
  }

  /** One character, class or group with what says how often it stands. */
  #item(): Known {
    const one = this.#one();
    if (!'?*+{'.includes(this.#source.charAt(this.#at) || ' ')) return one;
    const many = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/.exec(this.#source.slice(this.#at));
    if (many === null) return one;
    this.#at += many[0].length;
    if (many[0].startsWith('?')) return one.whole === null ? unknown : { whole: ['', ...one.whole], needles: null };
    if (many[0].startsWith('+') || Number(many[1] ?? 0) > 0)
      return { whole: null, needles: one.needles ?? usable(one.whole) };
    return unknown;
  }

  #one(): Known {
    const character = this.#source.charAt(this.#at);
    this.#at += 1;
    if (character === '(') return this.#group();
    if (character === '[') return this.#class();
    if (character === '^' || character === '$') return place;
    if (character === '.') return unknown;
    if (character !== '\\') return { whole: [character], needles: null };
    const escaped = this.#source.charAt(this.#at);
    this.#at += 1;
    if (escaped === 'b') return place;
    if (escaped === 'u') {
      const code = this.#source.slice(this.#at, this.#at + 4);
      this.#at += 4;
      return { whole: [String.fromCharCode(Number.parseInt(code, 16))], needles: null };
    }
    return /[a-z0-9]/i.test(escaped) ? this.#escape() : { whole: [escaped], needles: null };
  }

  /** A class by its letter; one with a name in braces, `\p{L}`, ends behind them. */
  #escape(): Known {
    const braces = /^\{[A-Za-z]\w*(?:=\w+)?\}/.exec(this.#source.slice(this.#at));
    this.#at += braces?.[0].length ?? 0;
    return unknown;
  }

  #class(): Known {
    const end = /^(?:\\.|[^\]\\])*\]/s.exec(this.#source.slice(this.#at))?.[0] ?? ']';
    this.#at += end.length;
    const inside = end.slice(0, -1);
    return /[\\^-]/.test(inside) || inside.length > 8 ? unknown : { whole: [...inside], needles: null };
  }

  #group(): Known {
    const kind = /^\?(?:<?[=!]|:|<\w+>)/.exec(this.#source.slice(this.#at))?.[0] ?? '';
    this.#at += kind.length;
    const inside = this.alternatives();
    this.#at += 1;
    if (/[=!]/.test(kind)) return place;
    return { whole: inside.whole, needles: inside.needles };
  }
}

/**
 * Plain strings of which every text holds one that the expression matches; none where there are no such strings.
 *
 * @param source an expression over lower-case text, as the vocabularies hold them
 */
export const needlesOf = (source: string): readonly string[] => [
  ...new Set(new Parser(source).alternatives().needles ?? []),
];
