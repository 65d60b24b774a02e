### The interview at a terminal.

ask-start = If somebody's life is in danger now: call 112 first.
ask-commands = Always possible: ? help, w why we ask, d don't know, x the customer will not say, b back, q quit.
ask-yes-no = y yes, n no
ask-number = a number from { $low } to { $high }
ask-one = one number
ask-some = one or more numbers, 0 for none of them
ask-boxes = the numbers that apply, with ? behind one if you are not sure; 0 for none of them
ask-earlier = Answer before: { $answer }. Press Enter to keep it.
ask-prompt = >
ask-not-understood = This is not an answer here: { $answer }
ask-first = This is the first question.
ask-stopped = Stopped here. This is known so far:
ask-result = Answer
ask-saved = Saved: { $path }
ask-situation = Situation
