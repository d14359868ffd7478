import robots from 'robots-parser';

/** The rules of one robots.txt that bind one robot. */
export interface RobotsRules {
  /** The line (from 1) that forbids an address, null where none does. */
  readonly forbiddenIn: (url: string) => number | null;
  /** Seconds between requests that the file asks for, null where it asks for none. */
  readonly crawlDelay: number | null;
}

/** The package is CommonJS and exports the function itself; its types describe a default export. */
const robotsParser = robots as unknown as typeof robots.default;

interface Line {
  readonly field: string;
  readonly value: string;
}

const lineOf = (text: string): Line => {
  const [written = ''] = text.split('#', 1);
  const colon = written.indexOf(':');
  if (colon < 0) return { field: '', value: '' };
  return { field: written.slice(0, colon).trim().toLowerCase(), value: written.slice(colon + 1).trim() };
};

/** The product token of a `User-agent` line, in lower case and without a version. */
const tokenOf = (value: string): string => (value.split('/', 1)[0] ?? '').trim().toLowerCase();

/** An address or pattern with unreserved characters as themselves: `%70age` asks for `page` (RFC 9309, 2.2.2). */
const normalised = (text: string): string =>
  text.replace(/%([0-9a-f]{2})/gi, (written, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    return /[\w.~-]/.test(character) ? character : written.toUpperCase();
  });

const ruleFields: ReadonlySet<string> = new Set(['allow', 'disallow', 'crawl-delay']);

/**
 * The file with every line left out that does not bind the robot, each where it stood, so that line numbers hold. Groups for the
 * robot's own name outweigh those for everyone; whoever else is named costs nothing, however many there are.
 */
const boundTo = (lines: readonly Line[], name: string): readonly string[] => {
  const isNamed = lines.some(({ field, value }) => field === 'user-agent' && tokenOf(value) === name);
  const wanted = isNamed ? name : '*';
  let isInGroup = false;
  let isAfterRule = true;
  return lines.map(({ field, value }) => {
    if (field === 'user-agent') {
      const wasInGroup = !isAfterRule && isInGroup;
      isInGroup = wasInGroup || tokenOf(value) === wanted;
      isAfterRule = false;
      return isInGroup && !wasInGroup ? `User-agent: ${name}` : '';
    }
    if (field === '') return '';
    isAfterRule = true;
    return isInGroup && ruleFields.has(field) ? `${field}: ${normalised(value)}` : '';
  });
};

/**
 * Reads the rules of a robots.txt (RFC 9309) that bind a robot.
 *
 * @param url - The address of the file; rules hold for its origin.
 * @param name - The product token that sites address rules to, such as `odi`.
 */
export const readRobots = (url: string, text: string, name: string): RobotsRules => {
  const token = name.toLowerCase();
  const file = robotsParser(url, boundTo(text.split(/\r\n|\r|\n/).map(lineOf), token).join('\n'));
  return {
    forbiddenIn: (asked) => {
      const address = normalised(asked);
      return file.isAllowed(address, token) === false ? file.getMatchingLineNumber(address, token) : null;
    },
    crawlDelay: file.getCrawlDelay(token) ?? null,
  };
};
