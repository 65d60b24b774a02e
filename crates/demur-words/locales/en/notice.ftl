### What to say to the customer.

notice-missing = Still to fill in
notice-lint = What to mend
notice-remarks = Before you use it
notice-uncertain-rule = { $cite } ({ $norm }) was written down from memory or is disputed. The notice says "to our knowledge"; have it checked before you argue from it.
notice-also-do = Also: { $label }.
notice-wants-writing = This has to be in writing, too: { $label }.
notice-never-say = Never, not even in a hint: { $label }.
notice-nobody-named = Nobody is named who could help instead. { $medium ->
    [terminal] `demur refer` looks for somebody; if there is nobody, say so.
   *[page] Look for somebody; if there is nobody, say so.
  }
notice-could-offer = You could offer: { $ways }. { $medium ->
    [terminal] Write it in your words with --set alternative_1="…".
   *[page] Write it in your own words.
  }
notice-no-scenario = { $medium ->
    [terminal] No scenario was named. Name one, such as --scenario limit.capacity.
   *[page] Choose what is to be explained.
  }
notice-nothing-to-refuse = The opinion is "{ $verdict }", so no refusal is written. { $medium ->
    [terminal] `demur decide` with this situation says why. A warning can be written: --scenario abuse.warning.
   *[page] The opinion says why. A warning can be written.
  }
notice-not-decided = The opinion is "{ $verdict }", so no refusal is written. { $medium ->
    [terminal] `demur ask` with this situation asks for what is lacking.
   *[page] Answer what is still lacking.
  }
notice-steps-first = First: { $steps }. A refusal can be written when that is done and noted in the situation. { $medium ->
    [terminal] A warning can be written now: --scenario abuse.warning.
   *[page] A warning can be written now.
  }
notice-says-too-much = The reason must not be said here, and { $scenario } says it. { $medium ->
    [terminal] Use --scenario duty.aml.restricted.
   *[page] Choose the notice that gives no reason.
  }
notice-too-young = Nobody under 13 is excluded. Talk to a parent or guardian.
notice-no-words = { $n ->
    [0] There are no words for { $scenario } in { $lang }.
   *[other] There are no words for { $scenario } as { $channel } in { $lang }; there are some as { $channels }.
  }
notice-lacks-part = The template of { $scenario } lacks a part that has to be there: { $part }. Add a line that begins with `{ $part }:`.
notice-broken-line = Line { $line } of the template of { $scenario } cannot be filled in: { $message }.
