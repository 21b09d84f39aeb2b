import {
  type Claim,
  type Fix,
  fleetRule,
  matches,
  nearest,
  quote,
  replaceAt,
  unsafeFix,
} from '../../../src/kit/index.ts'

export default fleetRule({
  meta: {
    id: 'dead-claim',
    category: 'ownership',
    summary: 'An agent owns a path that no tracked file matches.',
    severity: 'info',
    confidence: 'medium',
    presets: ['recommended'],
    since: '0.1.0',
    fixable: 'unsafe',
    messages: {
      near: {
        says: '{{agent}} owns {{pattern}}, which no tracked file matches',
        help: 'did you mean {{near}}?',
      },
      dead: {
        says: '{{agent}} owns {{pattern}}, which no tracked file matches',
        help: 'write the path as it is now, or leave it out',
      },
    },
  },
  check(fleet, report) {
    const owned = fleet.claims.filter(({ claim }) => claim.stance === 'owns' && claim.confidence !== 'low')
    if (owned.length === 0) return
    const { tracked } = fleet
    if (tracked === undefined || tracked.length === 0) return
    for (const { agent, claim, glob } of owned) {
      if (tracked.some((path) => matches(glob, path))) continue
      const near = nearest(claim.pattern, candidates(tracked, claim.pattern))
      const data = { agent: agent.name.value, pattern: claim.pattern, near: near ?? '' }
      const fixes = near === undefined ? [] : rewrite(agent.path, claim, near)
      report(near === undefined ? 'dead' : 'near', { path: agent.path, at: claim.span, data, fixes })
    }
  },
})

/** Files and folders as deep as the pattern. */
function candidates(tracked: readonly string[], pattern: string): Set<string> {
  const depth = pattern.replace(/^\/|\/$/g, '').split('/').length
  const ending = pattern.endsWith('/') ? '/' : ''
  const found = new Set<string>()
  for (const path of tracked) {
    const parts = path.split('/')
    if (parts.length > depth) found.add(parts.slice(0, depth).join('/') + ending)
    else if (parts.length === depth && ending === '') found.add(path)
  }
  return found
}

/** Only where the pattern stands in the file whole: a lead above may hold its first part. */
function rewrite(path: string, { pattern, span, origin }: Claim, near: string): Fix[] {
  const isAsWritten = origin !== 'config' && span.end - span.start === pattern.length
  if (!isAsWritten || !/^[\w./-]+$/.test(near)) return []
  return [unsafeFix(`write ${quote(near)}`, [replaceAt(path, span, near)])]
}
