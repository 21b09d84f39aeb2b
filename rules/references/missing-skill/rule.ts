import { documentRule, nearest } from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'missing-skill',
    category: 'references',
    summary: 'The agent names a skill that the project does not have.',
    severity: 'warning',
    confidence: 'medium',
    presets: ['recommended'],
    since: '0.1.0',
    needs: 'skills',
    messages: {
      missing: {
        says: 'the project has no skill {{skill}}: {{host|plain}} {{outcome|plain}}, and the agent starts without it',
        help: 'mend the name, or remove it; skills of a plugin are named `plugin:skill`',
      },
      near: {
        says: 'the project has no skill {{skill}}: {{host|plain}} {{outcome|plain}}, and the agent starts without it',
        help: 'did you mean {{near}}?',
      },
    },
  },
  check(agent, report) {
    const { named, declared } = agent.skills()
    if (named.length === 0 || declared === undefined) return
    const outcome = agent.host.skills?.missing ?? ''
    for (const { value: skill, span } of named) {
      if (declared.has(skill)) continue
      const near = nearest(skill, declared)
      const data = { skill, host: agent.host.name, outcome, near: near ?? '' }
      report(near === undefined ? 'missing' : 'near', { at: span, data })
    }
  },
})
