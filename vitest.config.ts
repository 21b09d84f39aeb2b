import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [
    {
      // The bundle inlines pages as text; here they are read the same way.
      name: 'markdown-as-text',
      transform(text: string, id: string) {
        return id.endsWith('.md') ? `export default ${JSON.stringify(text)}` : undefined
      },
    },
  ],
  test: { include: ['src/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
})
