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
      hollow: {
        says: '{{path}} is no skill, since it has no {{file}}: {{host|plain}} {{outcome|plain}}, and the agent starts without {{skill}}',
        help: 'give the folder its {{file}}, or remove the name',
      },
    },
  },
  check(agent, report) {
    const { named, declared, looseSkill, hollowSkill } = agent.skills()
    const { name: host, skills } = agent.host
    const { missing: outcome = '', file = '' } = skills ?? {}
    for (const { value: skill, span: at } of named) {
      if (declared?.has(skill)) continue
      const loose = looseSkill(skill)
      const hollow = hollowSkill(skill)
      if (loose !== undefined) {
        const place = `${loose.replace(/\.md$/, '')}/${file}`
        report('loose', { at, data: { skill, host, outcome, path: loose, place }, confidence: 'high' })
      } else if (hollow !== undefined) {
        report('hollow', { at, data: { skill, host, outcome, path: hollow, file }, confidence: 'high' })
      } else if (declared !== undefined) {
        const near = nearest(skill, declared)
        report(near === undefined ? 'missing' : 'near', { at, data: { skill, host, outcome, near: near ?? '' } })
      }
    }
  },
})
