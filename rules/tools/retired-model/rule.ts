import { documentRule, modelName, rewriteFix } from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'retired-model',
    category: 'tools',
    summary: 'The model is retired, or will soon be.',
    severity: 'warning',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    fixable: 'unsafe',
    needs: 'models.retired',
    messages: {
      retired: {
        says: '{{model}} was retired on {{date|plain}}: {{host|plain}} {{outcome|plain}}',
        help: 'write {{instead}}, which stands for the newest of its kind; if your provider still has it, add it to `models.known` in the configuration',
      },
      retiring: {
        says: '{{model}} retires on {{date|plain}}: from then on {{host|plain}} {{outcome|plain}}',
        help: 'write {{instead}}, which stands for the newest of its kind',
      },
    },
  },
  check({ facts, verdict, host, knownModels, document }, report) {
    const { model } = facts
    if (model === undefined || verdict.model === undefined || !verdict.loads) return
    const name = modelName(model.value)
    const retired = host.models.retired?.find(({ ids }) => ids.includes(name))
    if (retired === undefined || knownModels.some((known) => modelName(known) === name)) return
    const { on: date, then: outcome, instead } = retired
    const data = { model: model.value, host: host.name, date, outcome, instead }
    const fixes = rewriteFix(document.source.path, document.source.text, model, instead)
    // The day on which the list was made stands for today: the same file gets the same finding every day.
    if (date <= (host.models.asOf ?? '')) report('retired', { at: model.span, data, fixes })
    else report('retiring', { at: model.span, data, severity: 'info', fixes })
  },
})
