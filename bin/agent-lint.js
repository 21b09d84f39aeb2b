#!/usr/bin/env node
// CommonJS (see package.json beside this file): Node starts it several milliseconds sooner than a module.
// Node 22 and later keep what they compile, in a place of their own, and the next start is shorter for it.
require('node:module').enableCompileCache?.()
require('../dist/agent-lint.js').runExecutable(process, require('node:path').join(__dirname, '..', 'rules'))
