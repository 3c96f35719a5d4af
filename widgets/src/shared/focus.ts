/** A ref that takes the focus once, when its element comes; stable, so it never takes it again. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}
