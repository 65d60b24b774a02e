### Co powiedzieć klientowi.

notice-missing = Do uzupełnienia
notice-lint = Co jeszcze poprawić
notice-remarks = Zanim tego użyjesz
notice-uncertain-rule = { $cite } ({ $norm }) zapisano z pamięci albo jest sporny. W tekście stoi „według naszej wiedzy”; zanim się na to powołasz, daj to sprawdzić.
notice-also-do = Także: { $label }.
notice-wants-writing = To musi być też na piśmie: { $label }.
notice-never-say = Nigdy, nawet aluzją: { $label }.
notice-nobody-named = Nie wskazano nikogo, kto mógłby pomóc. { $medium ->
    [terminal] Poszuka `demur refer`; jeśli nikogo nie ma, powiedz to.
   *[page] Trzeba kogoś poszukać, a jeśli nikogo nie ma, powiedzieć to.
  }
notice-could-offer = Można zaproponować: { $ways }. { $medium ->
    [terminal] Wpisz to własnymi słowami: --set alternative_1="…".
   *[page] Wpisz to własnymi słowami.
  }
notice-no-scenario = { $medium ->
    [terminal] Nie podano scenariusza. Podaj go, np. --scenario limit.capacity.
   *[page] Wybierz, co pismo ma wyjaśnić.
  }
notice-nothing-to-refuse = Opinia brzmi „{ $verdict }”, więc odmowa nie powstanie. { $medium ->
    [terminal] Dlaczego, powie `demur decide` z tą sytuacją. Można napisać ostrzeżenie: --scenario abuse.warning.
   *[page] Dlaczego, mówi opinia. Można napisać ostrzeżenie.
  }
notice-not-decided = Opinia brzmi „{ $verdict }”, więc odmowa nie powstanie. { $medium ->
    [terminal] O to, czego brakuje, zapyta `demur ask` z tą sytuacją.
   *[page] Trzeba odpowiedzieć na to, czego jeszcze brakuje.
  }
notice-steps-first = Najpierw: { $steps }. Odmowę można napisać, gdy to się stanie i będzie zapisane w sytuacji. { $medium ->
    [terminal] Ostrzeżenie można napisać już teraz: --scenario abuse.warning.
   *[page] Ostrzeżenie można napisać już teraz.
  }
notice-says-too-much = Powodu nie wolno tu podać, a { $scenario } go podaje. { $medium ->
    [terminal] Użyj --scenario duty.aml.restricted.
   *[page] Wybierz pismo, które nie podaje powodu.
  }
notice-too-young = Nikogo, kto nie ma 13 lat, nie wykluczamy. Trzeba porozmawiać z rodzicem lub opiekunem.
notice-no-words = { $n ->
    [0] Nie ma słów dla { $scenario } w języku { $lang }.
   *[other] Nie ma słów dla { $scenario } jako { $channel } w języku { $lang }; są jako { $channels }.
  }
notice-lacks-part = W szablonie { $scenario } brakuje części, która musi w nim być: { $part }. Dodaj wiersz, który zaczyna się od `{ $part }:`.
notice-broken-line = Wiersza { $line } szablonu { $scenario } nie da się wypełnić: { $message }.
