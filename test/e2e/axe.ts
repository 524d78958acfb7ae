import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import type { Kontor } from './harness.ts'

/** A theme decides the colours and a language the words, so two looks hold both of both. */
export const LOOKS = [['light', 'en'], ['dark', 'de']] as const

/** Puts the window into a look and waits until it wears it. */
export async function dress(kontor: Kontor, theme: 'light' | 'dark', language: 'en' | 'de'): Promise<void> {
  await kontor.ask('preferences.set', { theme, language })
  await kontor.page.waitForFunction(([look, tongue]) => document.documentElement.dataset['theme'] === look && document.documentElement.lang === tongue, [theme, language] as const)
}

/** Serious and critical findings of axe (WCAG 2.2 A and AA), one line each; a good screen has none. `within` leaves out a frame that was looked at before. */
export async function findings(page: Page, within?: string): Promise<string[]> {
  // A transition on its way would be measured in colours that nobody gets to read. What goes with scrolling never ends.
  await page.evaluate(() => Promise.all(document.getAnimations().filter(({ effect, timeline }) => timeline === document.timeline && effect?.getComputedTiming().iterations !== Infinity).map((animation) => animation.finished.catch(() => undefined))))
  // To name every element that passes takes axe half of its time.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze()
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} – ${failureSummary ?? ''}`))
}
