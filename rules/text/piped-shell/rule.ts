import { documentRule } from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'piped-shell',
    category: 'text',
    summary: 'The agent is told to run what nobody has seen.',
    severity: 'warning',
    confidence: 'medium',
    presets: ['security'],
    since: '0.1.0',
    messages: {
      fetched: {
        says: '{{command}} runs whatever the address holds at that moment',
        help: 'have it downloaded, looked at and compared with a checksum first',
      },
      decoded: {
        says: '{{command}} runs what nobody can read in the file',
        help: 'write the commands as they are',
      },
      unpinned: {
        says: '{{command}} runs whatever release is the newest at that moment',
        help: 'name the release: `package@1.2.3`, or a commit',
      },
    },
  },
  check({ text }, report) {
    const seen = new Set<string>()
    for (const { kind, span, command } of text.pipedShell()) {
      if (!seen.has(command)) report(kind, { at: span, data: { command } })
      seen.add(command)
    }
  },
})
