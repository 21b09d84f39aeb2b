import { type AgentFacts, estimateTokens, fleetRule, roundTokens } from '../../../src/kit/index.ts'

/** How many of the largest are shown: where to start. */
const shownLargest = 5

export default fleetRule({
  meta: {
    id: 'description-budget',
    category: 'description',
    summary: 'The descriptions of all agents together cost more than the host allows for.',
    severity: 'warning',
    confidence: 'medium',
    presets: ['recommended'],
    since: '0.1.0',
    options: {
      tokens: {
        type: 'integer',
        minimum: 0,
        maximum: 1_000_000,
        default: 0,
        description:
          'What all descriptions of a folder together may cost; 0: what the host allows for, if that is known.',
      },
    },
    messages: {
      exceeded: {
        says: 'the descriptions of {{count}} agents are about {{tokens|plain}} tokens in every session; beyond {{budget|plain}} {{host|plain}} {{beyond|plain}}. The largest: {{largest}}',
        help: 'move examples and instructions into the prompts: about {{saved|plain}} tokens have to go',
      },
      agreed: {
        says: 'the descriptions of {{count}} agents are about {{tokens|plain}} tokens in every session, where {{budget|plain}} are agreed on. The largest: {{largest}}',
        help: 'move examples and instructions into the prompts: about {{saved|plain}} tokens have to go',
      },
    },
  },
  check(fleet, report, options) {
    const { budget } = fleet.host.description
    const isAgreed = options.tokens > 0
    const allowed = isAgreed ? options.tokens : budget?.tokens
    if (allowed === undefined) return
    const sizes = fleet.agents.map(sizeOf).toSorted((a, b) => b.tokens - a.tokens)
    const tokens = sizes.reduce((sum, size) => sum + size.tokens, 0)
    const [first, ...more] = sizes.slice(0, shownLargest)
    if (tokens <= allowed || first === undefined) return
    report(isAgreed ? 'agreed' : 'exceeded', {
      path: first.agent.path,
      at: placeOf(first.agent),
      data: {
        count: sizes.length,
        tokens: roundTokens(tokens),
        budget: roundTokens(allowed),
        host: fleet.host.name,
        beyond: budget?.beyond ?? '',
        largest: [first, ...more].map(({ agent }) => agent.name.value),
        saved: roundTokens(tokens - allowed),
      },
      related: more.map((size) => ({
        path: size.agent.path,
        span: placeOf(size.agent),
        message: `about ${roundTokens(size.tokens)} tokens`,
      })),
      // A collection that people choose from is hardly installed whole.
      severity: fleet.isLoadedWhole() ? 'warning' : 'info',
    })
  },
})

const sizeOf = (agent: AgentFacts) => ({ agent, tokens: estimateTokens(agent.description?.value ?? '') })

const placeOf = ({ description, head }: AgentFacts) => description?.span ?? head
