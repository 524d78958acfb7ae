import { nextTick, onBeforeUnmount, onMounted } from 'vue'

/**
 * A form that is sent and comes back with something wrong in it puts the cursor there, in every form alike (WCAG 3.3.1).
 * Call it once, where the window begins.
 */
export function useWrongFields(): void {
  const look = (event: SubmitEvent): void => { if (event.target instanceof HTMLFormElement) void focusWrong(event.target) }
  onMounted(() => { document.addEventListener('submit', look) })
  onBeforeUnmount(() => { document.removeEventListener('submit', look) })
}

async function focusWrong(form: HTMLFormElement): Promise<void> {
  // What is wrong is shown by then; what the form itself put the cursor into stays.
  await nextTick()
  if (!document.activeElement?.matches('[aria-invalid="true"]')) form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
}
