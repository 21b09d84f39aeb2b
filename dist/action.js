require('./agent-lint.js').runAction(process)
