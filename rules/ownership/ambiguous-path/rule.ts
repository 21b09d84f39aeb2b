import { type Claim, type Fix, fleetRule, parseGlob, quote, replaceAt, unsafeFix } from '../../../src/kit/index.ts'

export default fleetRule({
  meta: {
    id: 'ambiguous-path',
    category: 'ownership',
    summary: 'A path that an agent owns or leaves is read in two ways, or in none.',
    severity: 'info',
    confidence: 'medium',
    presets: ['recommended'],
    since: '0.1.0',
    fixable: 'unsafe',
    messages: {
      outside: {
        says: '{{agent}} speaks of {{pattern}}, which leads out of the project: nobody can tell which files are meant',
        help: 'write the path from the top of the project',
      },
      depth: {
        says: '{{agent}} speaks of {{pattern}}, which some read as files at the top, and others as files anywhere',
        help: 'write {{anywhere}} or {{top}}',
      },
      backslash: {
        says: '{{agent}} speaks of {{pattern}}: a backslash is an escape to most who read patterns',
        help: 'write it with `/`',
      },
    },
  },
  check(fleet, report) {
    for (const agent of fleet.agents) {
      for (const claim of agent.claims) {
        const isMeant = claim.confidence !== 'low' && claim.stance !== 'reads'
        const trouble = isMeant ? troubleOf(claim) : undefined
        if (trouble === undefined) continue
        const { pattern } = claim
        const data = { agent: agent.name.value, pattern, anywhere: `**/${pattern}`, top: `/${pattern}` }
        report(trouble, { path: agent.path, at: claim.span, data, fixes: fixes(agent.path, claim, trouble) })
      }
    }
  },
})

function troubleOf({ pattern }: Claim): 'outside' | 'depth' | 'backslash' | undefined {
  const parsed = parseGlob(pattern)
  if ('problem' in parsed) return parsed.problem === 'outside' || parsed.problem === 'absolute' ? 'outside' : undefined
  if (/\\(?![*?[\]{}<>!])/.test(pattern)) return 'backslash'
  // Without the ending of a file name it may be no path at all: `Get-*`.
  return parsed.isByName && !pattern.includes('/') && /\.\w+$/.test(pattern) ? 'depth' : undefined
}

/** A path out of the project has no other name. In YAML a text may not start with `*`, and in prose it may. */
function fixes(path: string, { pattern, span, origin }: Claim, trouble: 'outside' | 'depth' | 'backslash'): Fix[] {
  const isAsWritten = origin !== 'config' && span.end - span.start === pattern.length
  if (!isAsWritten || trouble === 'outside' || (trouble === 'depth' && origin === 'frontmatter')) return []
  const meant = trouble === 'depth' ? `**/${pattern}` : pattern.replaceAll('\\', '/')
  return [unsafeFix(`write ${quote(meant)}`, [replaceAt(path, span, meant)])]
}
