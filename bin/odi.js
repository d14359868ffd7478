#!/usr/bin/env node
// CommonJS, as the package.json beside it says: Node starts it sooner than a module.
const { main } = require('../dist/cli.cjs');

process.exitCode = 70; // a defect, should the program stop before it tells how it ended
main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
