import { documentRule, rewriteFix } from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'missing-file',
    category: 'references',
    summary: 'The prompt names a file that is not there.',
    severity: 'warning',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    fixable: 'unsafe',
    messages: {
      missing: {
        says: '{{target}} is not there: the agent looks for it, and goes on without it or makes it up',
        help: 'mend the path, or remove it',
      },
      near: {
        says: '{{target}} is not there: the agent looks for it, and goes on without it or makes it up',
        help: 'did you mean {{near}}?',
      },
      excerpt: {
        says: '{{target}} is not there, and neither is its folder',
        help: 'mend the path, or remove it; where this is only a part of the project, there is nothing to do',
      },
    },
  },
  check({ facts, text, find, document: { source } }, report) {
    const seen = new Set<string>()
    for (const { kind, target, span } of facts.files) {
      if (seen.has(target) || (kind === 'bundled' && text.speaksOfSkills())) continue
      seen.add(target)
      const { state, near: name, isWhole } = find(target)
      const near = name === undefined ? undefined : target.replace(/[^/]*$/, name)
      const isSure = state === 'missing' || (state === 'folder-missing' && isWhole && kind === 'link')
      if (isSure && near !== undefined) {
        const fixes = rewriteFix(source.path, source.text, { value: target, span }, near)
        report('near', { at: span, data: { target, near }, fixes })
      } else if (isSure) report('missing', { at: span, data: { target } })
      else if (state === 'folder-missing')
        report('excerpt', { at: span, data: { target }, severity: 'info', confidence: 'low' })
    }
  },
})
