import { documentRule } from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'shadowed-built-in',
    category: 'identity',
    summary: 'The host brings an agent of that name along.',
    severity: 'info',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    needs: 'builtInAgents',
    messages: {
      replaced: {
        says: '{{host|plain}} has an agent {{name}} of its own and {{instead|plain}}',
        help: 'if that is not meant, choose another name',
      },
      unclear: {
        says: '{{host|plain}} has an agent {{name}} of its own: whoever names it may get either',
        help: 'choose another name',
      },
    },
  },
  check({ verdict, host, facts }, report) {
    const { nameAt } = verdict
    if (nameAt === undefined || !facts.isAgent || !host.builtInAgents.includes(nameAt.value)) return
    const instead = host.identity.shadowing
    const data = { host: host.name, name: nameAt.value, instead: instead ?? '' }
    report(instead === undefined ? 'unclear' : 'replaced', { at: nameAt.span, data })
  },
})
