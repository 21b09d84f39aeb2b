import { type DirectiveView, lintingRule, nearest, type SilencedRule } from '../../../src/kit/index.ts'

const words = ['disable', 'disable-next-line', 'enable']

const inFull = (word: string): string => `agent-lint-${word}`

const known = words.map(inFull)

export default lintingRule({
  meta: {
    id: 'unknown-suppression',
    category: 'linting',
    summary: 'A comment is meant to silence findings and cannot.',
    severity: 'warning',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    messages: {
      misspelt: {
        says: 'no rule is called {{rule}}, so nothing of that name is silenced',
        help: 'did you mean {{near}}?',
      },
      unknown: {
        says: 'no rule is called {{rules}}, so nothing of that name is silenced',
        help: '`agent-lint rules` lists the rules; a reason stands behind ` -- `',
      },
      'unknown-comment': {
        says: '{{comment}} is no comment that agent-lint knows, so it silences nothing',
        help: 'the comments are {{known}}',
      },
      'misspelt-comment': {
        says: '{{comment}} is no comment that agent-lint knows, so it silences nothing',
        help: 'did you mean {{meant}}?',
      },
      everything: {
        says: 'this comment names no rule, so it silences nothing',
        help: 'name the rules, as in `agent-lint-{{word|plain}} unknown-tool -- why`',
      },
      fixed: {
        says: '{{rules}} cannot be silenced by a comment',
        help: 'mend what it finds, or switch it off in the configuration',
      },
    },
  },
  check({ directives, ruleIds }, report) {
    for (const view of directives) {
      const { path, directive, fixed } = view
      if (directive.kind === 'unknown') {
        const comment = inFull(directive.word)
        const meant = nearest(directive.word, words)
        if (meant === undefined) report('unknown-comment', { path, at: directive.span, data: { comment, known } })
        else report('misspelt-comment', { path, at: directive.span, data: { comment, meant: inFull(meant) } })
        continue
      }
      if (directive.rules.length === 0 && directive.kind !== 'enable')
        report('everything', { path, at: directive.span, data: { word: directive.kind } })
      const [first] = fixed
      if (first !== undefined) report('fixed', { path, at: first.span, data: { rules: names(fixed) } })
      const near = nearTo(view, ruleIds)
      const [unknown] = view.unknown
      if (unknown === undefined) continue
      if (near === undefined) report('unknown', { path, at: unknown.span, data: { rules: names(view.unknown) } })
      else report('misspelt', { path, at: unknown.span, data: { rule: unknown.name, near } })
    }
  },
})

const names = (rules: readonly SilencedRule[]): string[] => rules.map(({ name }) => name)

/** Several unknown names are a reason without its dashes rather than as many misspelt rules. */
const nearTo = ({ unknown }: DirectiveView, ruleIds: readonly string[]): string | undefined =>
  unknown.length === 1 ? nearest(unknown[0]?.name ?? '', ruleIds) : undefined
