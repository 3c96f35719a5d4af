/**
 * A notebook reads single keys as commands (a "1" would turn the cell into a heading), so
 * plain keys end here. Those with Ctrl, Alt or Cmd still belong to the notebook.
 */
export function keepPlainKeys(event: KeyboardEvent): void {
  if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
}
