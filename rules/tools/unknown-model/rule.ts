import { documentRule, modelName, nearModel, rewriteFix } from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'unknown-model',
    category: 'tools',
    summary: 'The host knows no model of that name.',
    severity: 'warning',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    fixable: 'unsafe',
    needs: 'models.ids',
    messages: {
      near: {
        says: '{{host|plain}} knows no model {{model}}: it {{outcome|plain}}',
        help: 'did you mean {{near}}?',
      },
      unknown: {
        says: '{{host|plain}} knows no model {{model}}: it {{outcome|plain}}',
        help: 'it takes {{aliases}}, or a full id; if your provider has it, add it to `models.known` in the configuration',
      },
    },
  },
  check({ facts, verdict, host, knownModels, document }, report) {
    const { known, aliases, ids, forms, unknown } = host.models
    const { model } = facts
    if (known === 'open' || model === undefined || verdict.model === undefined || !verdict.loads) return
    const name = modelName(model.value)
    const isKnown = [...aliases, ...ids, ...knownModels].some((id) => id.toLowerCase() === name)
    if (isKnown || knownModels.includes(model.value) || forms.some((form) => new RegExp(form).test(name))) return
    const near = nearModel(host, name)
    const shown = aliases.filter((alias) => /^[a-z]+$/.test(alias))
    const data = { model: model.value, host: host.name, outcome: unknown, near: near ?? '', aliases: shown }
    const { path, text } = document.source
    const fixes = near === undefined ? [] : rewriteFix(path, text, model, near)
    report(near === undefined ? 'unknown' : 'near', { at: model.span, data, fixes })
  },
})
