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
      loose: {
        says: '{{path}} is no skill, since it has no folder of its own: {{host|plain}} {{outcome|plain}}, and the agent starts without {{skill}}',
        help: 'move the file to {{place}}',
      },
    },
  },
  check(agent, report) {
    const { named, declared, looseSkill } = agent.skills()
    const { name: host, skills } = agent.host
    const outcome = skills?.missing ?? ''
    for (const { value: skill, span: at } of named) {
      if (declared?.has(skill)) continue
      const path = looseSkill(skill)
      const near = path === undefined && declared !== undefined ? nearest(skill, declared) : undefined
      if (path !== undefined) {
        const place = `${path.replace(/\.md$/, '')}/${skills?.file ?? ''}`
        report('loose', { at, data: { skill, host, outcome, path, place }, confidence: 'high' })
      } else if (declared !== undefined) {
        report(near === undefined ? 'missing' : 'near', { at, data: { skill, host, outcome, near: near ?? '' } })
      }
    }
  },
})
