import { documentRule, effectInWords, severityOf } from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'oversized-description',
    category: 'description',
    summary: 'The description is longer than the host takes.',
    severity: 'host',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    messages: {
      oversized: {
        says: '`description` has {{length}} characters, {{over}} more than the {{limit}} that {{host|plain}} takes: it {{effect|plain}}',
        help: 'move what only the agent itself needs, such as examples, into the prompt',
      },
    },
  },
  check({ document, verdict, host }, report) {
    if (document.frontmatter.state === 'salvaged') return
    for (const { field, keyword, limit, effect, found, span } of verdict.violations) {
      const severity = severityOf(effect)
      if (field !== 'description' || keyword !== 'maxLength' || limit === undefined || severity === undefined) continue
      const length = lengthOf(found)
      const data = { length, limit, over: length - limit, host: host.name, effect: effectInWords(effect) }
      report('oversized', { at: span, data, severity })
    }
  },
})

/** In code points, as limits of schemas are. */
function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length++
  return length
}
