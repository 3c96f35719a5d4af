/** What can be said now: five sentences first, six more behind a disclosure. */
import { useLayoutEffect, useRef } from "preact/hooks";
import { type Conversation, last, type Prompt, wordsFor } from "./conversation";

interface RepliesProps {
  conversation: Conversation;
  turns: number;
  onSay(act: string): void;
}

export function Replies({ conversation, turns, onSay }: RepliesProps) {
  const group = useRef<HTMLDivElement>(null);
  const prompt = last(conversation.prompts);
  const mounted = useRef(false);
  useLayoutEffect(() => {
    // The group is named by its turn, so a screen reader says where you are, then the log.
    const away = document.activeElement !== group.current;
    if (mounted.current && away) group.current!.focus({ preventScroll: true });
    mounted.current = true;
  }, [prompt.turn]);
  return (
    <div
      class="att-replies"
      ref={group}
      role="group"
      tabIndex={-1}
      aria-label={`Turn ${prompt.turn} of ${turns}. What do you say?`}
    >
      <p class="att-turn-count" aria-hidden="true">
        Turn {prompt.turn} of {turns}. What do you say?
      </p>
      <ReplyList acts={prompt.offered} numbered {...{ conversation, prompt, onSay }} />
      <details class="att-disclosure att-more">
        <summary>More ways to respond ({prompt.others.length})</summary>
        <ReplyList acts={prompt.others} {...{ conversation, prompt, onSay }} />
      </details>
    </div>
  );
}

interface ReplyListProps {
  acts: string[];
  numbered?: boolean;
  conversation: Conversation;
  prompt: Prompt;
  onSay(act: string): void;
}

function ReplyList({ acts, numbered = false, conversation, prompt, onSay }: ReplyListProps) {
  return (
    <ol class="att-reply-list">
      {acts.map((act, i) => (
        <li key={i}>
          <button type="button" class="att-reply" data-act={act} onClick={() => onSay(act)}>
            {numbered ? <kbd>{i + 1}</kbd> : null}
            <span class={act === "silence" ? "att-deed" : ""}>{wordsFor(conversation, prompt, act)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
