import type { CheckRule } from '../../config/check-rules.ts';
import type { Messages } from '../messages/messages.ts';

interface CheckExplanationsProps {
  readonly messages: Messages;
  readonly rules: readonly CheckRule[];
}

/** Why each rule is there, and what to do when it is not kept. */
export function CheckExplanations({ messages, rules }: CheckExplanationsProps) {
  const words = messages.checks;
  return (
    <section class="check-explanations">
      <h2 id="explanations">{words.explanations}</h2>
      <dl>
        {rules.map((rule) => (
          <div id={`rule-${rule}`}>
            <dt>
              {words.rules[rule].title} <code>{rule}</code>
            </dt>
            <dd>{words.rules[rule].why}</dd>
            <dd>{words.rules[rule].how}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
