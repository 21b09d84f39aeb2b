import {
  type DirectiveView,
  type Fix,
  lintingRule,
  replaceAt,
  type Span,
  safeFix,
  span,
  unsafeFix,
} from '../../../src/kit/index.ts'

export default lintingRule({
  meta: {
    id: 'unused-suppression',
    category: 'linting',
    summary: 'A comment silences a rule that finds nothing there.',
    severity: 'warning',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    fixable: 'both',
    messages: {
      unused: {
        says: 'nothing of {{rules}} is found here, so this comment silences nothing',
        help: 'remove it: it would hide what is found here one day',
      },
      'ends-nothing': {
        says: 'nothing is silenced here that this comment could end',
        help: 'remove it',
      },
    },
  },
  check({ directives }, report) {
    for (const view of directives) {
      const { path, directive, unused } = view
      if (directive.endsNothing) report('ends-nothing', { path, at: directive.span, fixes: removal(view) })
      if (unused.length === 0) continue
      const rules = unused.map(({ name }) => name)
      report('unused', { path, at: directive.span, data: { rules }, fixes: removal(view) })
    }
  },
})

/** The whole comment, or the names on it that silence nothing. What stands in the prompt is read by the model, too. */
function removal({ path, directive, unused }: DirectiveView): Fix[] {
  const isWhole = directive.endsNothing || unused.length === directive.rules.length
  const places = isWhole ? [directive.lines] : namesToRemove(directive.rules, unused)
  const title = isWhole ? 'remove it' : 'remove what silences nothing from the comment'
  const edits = places.map((place) => replaceAt(path, place, ''))
  return [directive.isInPrompt ? unsafeFix(title, edits) : safeFix(title, edits)]
}

/** Each name with the comma behind it; at the end of the list, with the one before it. Some name always stays. */
function namesToRemove(all: DirectiveView['unused'], unused: DirectiveView['unused']): Span[] {
  const places = new Set(unused.map((rule) => rule.span.start))
  const lastKept = all.findLastIndex((rule) => !places.has(rule.span.start))
  const inner = all.slice(0, lastKept).flatMap((rule, i) => {
    const next = all[i + 1]
    return places.has(rule.span.start) && next !== undefined ? [span(rule.span.start, next.span.start)] : []
  })
  const kept = all[lastKept]
  const last = all.at(-1)
  return kept === undefined || last === undefined || kept === last
    ? inner
    : [...inner, span(kept.span.end, last.span.end)]
}
