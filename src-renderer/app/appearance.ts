import { watch, watchEffect } from 'vue'
import { useI18n } from 'vue-i18n'
import { useAppStore } from '#renderer/stores/app.ts'
import { remap } from '#renderer/ui/commands.ts'

/** Main makes a new nonce for every load; the few components that write a <style> must carry it. */
export const cspNonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

/** Language, theme and shortcuts follow the preferences as they change. */
export function useAppearance(): void {
  const app = useAppStore()
  const { locale } = useI18n({ useScope: 'global' })

  watchEffect(() => {
    locale.value = app.preferences.language
    document.documentElement.lang = app.preferences.language
  })
  watchEffect(() => {
    const { theme } = app.preferences
    if (theme === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = theme
  })
  watch(() => app.preferences.shortcuts, remap, { immediate: true })
}
