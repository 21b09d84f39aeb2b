// The public API. What it looks like from outside stands in `api/library.d.ts`, which a test holds against this.
export { ConfigurationError } from './api/configuration-error.ts'
export { formatReport } from './api/format-report.ts'
export { inspect } from './api/inspect.ts'
export { lint, lintText } from './api/lint.ts'
export { hostIds, ruleIds, version } from './composition.ts'
export { formatNames } from './reporters/index.ts'
