import { type Fix, fleetRule, type Handoff, quote, replaceAt, unsafeFix } from '../../../src/kit/index.ts'

export default fleetRule({
  meta: {
    id: 'unknown-agent',
    category: 'escalation',
    summary: 'Work is handed to an agent that does not exist.',
    severity: 'warning',
    confidence: 'medium',
    presets: ['recommended'],
    since: '0.1.0',
    fixable: 'unsafe',
    messages: {
      near: {
        says: '{{agent}} hands work to {{target}}, and there is no such agent in {{root}}: it will be lost, or done by whoever is asked first',
        help: 'did you mean {{near}}?',
      },
      gone: {
        says: '{{agent}} hands work to {{target}}, which this change takes out of {{root}}: it will be lost, or done by whoever is asked first',
        help: 'name the agent that does it now, or take this out too',
      },
      unknown: {
        says: '{{agent}} hands work to {{target}}, and there is no such agent in {{root}}: it will be lost, or done by whoever is asked first',
        help: 'name an agent of this fleet, or list {{target}} under `agents.external` in the configuration',
      },
    },
  },
  check(fleet, report) {
    const seen = new Set<string>()
    for (const { from, handoff, target } of fleet.handoffs) {
      if (target.kind !== 'unknown' || handoff.relation === 'mentions') continue
      const isGone = fleet.names.wasAgent(handoff.to)
      const key = `${from.path}\n${handoff.to}`
      if (seen.has(key)) continue
      seen.add(key)
      const near = fleet.names.near(handoff.to)
      const data = { agent: from.name.value, target: handoff.to, root: fleet.root, near: near ?? '' }
      // What was an agent a moment ago is no word that only looks like one.
      const isSure = isGone || handoff.origin === 'frontmatter' || handoff.origin === 'config'
      report(isGone ? 'gone' : near === undefined ? 'unknown' : 'near', {
        path: from.path,
        at: handoff.span,
        severity: isSure ? 'error' : 'warning',
        confidence: isSure ? 'high' : 'medium',
        data,
        fixes: near === undefined ? [] : rename(from.path, handoff, near),
        identity: [handoff.to],
      })
    }
  },
})

/** Only where the place holds the name and nothing else, and the file is where it stands. */
function rename(path: string, { to, span, origin }: Handoff, near: string): Fix[] {
  const isAsWritten = origin !== 'config' && span.end - span.start === to.length
  if (!isAsWritten || !/^[A-Za-z][\w-]*$/.test(near)) return []
  return [unsafeFix(`write ${quote(near)}`, [replaceAt(path, span, near)])]
}
