#!/usr/bin/env node
process.exitCode = 70; // a defect, should the program stop before it tells how it ended
require('./compile-cache.js').startFromKeptCode();
require('../dist/cli.js')
  .main(process.argv.slice(2))
  .then((code) => {
    process.exitCode = code;
  });
