/** The little of jsdom that these tests use; its package carries no types. */
export class JSDOM {
  constructor(html: string, options: { url: string; pretendToBeVisual: boolean; virtualConsole: VirtualConsole });
  readonly window: Window & typeof globalThis;
}

export class VirtualConsole {
  on(event: string, hear: (problem: unknown) => void): void;
}
