/** Listeners of a box that files are dropped into; it is marked (`dropping`) while something is held over it. */
export function takeDrops(onFiles: (files: readonly File[]) => void) {
  const mark = (event: Event, on: boolean): void => {
    if (event.currentTarget instanceof Element)
      event.currentTarget.classList.toggle('dropping', on);
  };
  return {
    dragover: (event: DragEvent) => {
      event.preventDefault();
      mark(event, true);
    },
    dragleave: (event: DragEvent) => mark(event, false),
    drop: (event: DragEvent) => {
      event.preventDefault();
      mark(event, false);
      onFiles([...(event.dataTransfer?.files ?? [])]);
    },
  };
}
