/** Two ways to put the same thing, one at a time; arrow keys go from tab to tab. */
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { useId } from "../shared/use_id";

export interface Tab {
  name: string;
  content: ComponentChildren;
}

export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  const [at, setAt] = useState(0);
  const id = useId();
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!way) return;
    event.preventDefault();
    const next = (at + way + tabs.length) % tabs.length;
    setAt(next);
    buttons.current[next]?.focus();
  };
  return (
    <div class="att-tabs">
      <div class="att-tab-list" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {tabs.map(({ name }, i) => (
          <button
            type="button"
            class="att-button att-tab"
            role="tab"
            key={name}
            id={`${id}-tab-${i}`}
            aria-controls={`${id}-panel`}
            aria-selected={i === at}
            tabIndex={i === at ? 0 : -1}
            ref={(element) => void (buttons.current[i] = element)}
            onClick={() => setAt(i)}
          >
            {name}
          </button>
        ))}
      </div>
      <div class="att-tab-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${at}`}>
        {tabs[at]!.content}
      </div>
    </div>
  );
}
