/** A site of many pages on loopback that takes its time: each reply comes after a delay. Prints its port. */
import { createServer } from 'node:http';

const [pages, latency] = process.argv.slice(2).map(Number);
const filler = 'Results by polling station, registered voters, valid and invalid votes. '.repeat(110);
const links = Array.from({ length: pages }, (_, page) => `<a href="/page/${page}">${page}</a>`).join('\n');
let robots = 0;

const bodyOf = (url) => {
  if (url === '/index.html') return `<title>All pages</title>${links}`;
  if (url === '/robots-asked') return String(robots);
  return `<title>${url}</title><p>${url} ${filler}</p>`;
};

const server = createServer((request, response) => {
  if (request.url === '/robots.txt') {
    robots += 1;
    response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nDisallow: /private/\n');
    return;
  }
  setTimeout(() => {
    const body = Buffer.from(bodyOf(request.url));
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
  }, latency);
});
server.listen(0, '127.0.0.1', 1024, () => process.stdout.write(`${server.address().port}\n`));
