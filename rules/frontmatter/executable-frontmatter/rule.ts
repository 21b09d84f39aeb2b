import { documentRule, slice } from '../../../src/kit/index.ts'

const executed = new Set(['js', 'javascript', 'coffee', 'coffeescript', 'cson', 'ts', 'typescript'])

export default documentRule({
  meta: {
    id: 'executable-frontmatter',
    category: 'frontmatter',
    summary: 'The frontmatter is marked as a program or as another language than YAML.',
    severity: 'error',
    confidence: 'high',
    presets: ['recommended', 'security'],
    since: '0.1.0',
    messages: {
      code: {
        says: 'the frontmatter is marked as {{language}}: programs that read it with gray-matter run it as code, and {{host|plain}} sees no frontmatter',
        help: 'make the line exactly `---` and write YAML; agent-lint ran none of it',
      },
      language: {
        says: 'the frontmatter is marked as {{language}}: {{host|plain}} sees no frontmatter',
        help: 'make the line exactly `---` and write YAML',
      },
    },
  },
  check({ document, fenceTrouble, host }, report) {
    if (fenceTrouble?.kind !== 'language-tag') return
    const language = slice(document.source.text, fenceTrouble.span)
    const id = executed.has(language.toLowerCase()) ? 'code' : 'language'
    report(id, { at: fenceTrouble.span, data: { language, host: host.name } })
  },
})
