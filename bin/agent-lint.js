#!/usr/bin/env node
// CommonJS (see package.json beside this file): Node starts it several milliseconds sooner than a module.
require('../dist/agent-lint.js').runExecutable(process)
