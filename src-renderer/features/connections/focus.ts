/** Puts the focus where the matter begins: on what asks for it, else on the first field or button of the form, else on the button that goes on. */
export function focusFirst(formId: string): void {
  const form = document.getElementById(formId)
  const dialog = form?.closest('.dialog') ?? document.querySelector('.dialog')
  // What was scrolled in the step before is another matter.
  const body = dialog?.querySelector('.dialog-body')
  if (body) body.scrollTop = 0
  const first = form?.querySelector<HTMLElement>('[autofocus]') ?? dialog?.querySelector<HTMLElement>('.dialog-foot [autofocus]')
    ?? form?.querySelector<HTMLElement>('input:not([disabled]), select, textarea, button') ?? dialog?.querySelector<HTMLElement>('.dialog-foot .primary')
  first?.focus()
}
