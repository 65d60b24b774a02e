//! Rego in regorus: a set of the applying norms, by the interpreter and by the virtual machine.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::hint::black_box;

use regorus::languages::rego::compiler::Compiler;
use regorus::rvm::RegoVM;
use regorus::{Engine as Interpreter, Value as RegoValue};

use super::{Engine, Source, names, position};
use crate::norms::{Formula, NormSet, Situation, Test};

const RULE: &str = "data.norms.applies";

/// One module.
#[derive(Debug)]
pub struct RegoSource(String);

impl RegoSource {
    /// The module of a norm set.
    pub fn new(set: &NormSet) -> Self {
        let mut module = Module::new(set);
        for (index, formula) in set.derived.iter().enumerate() {
            module.rule(&names::derived(index), formula);
        }
        for (index, norm) in set.norms.iter().enumerate() {
            let name = names::norm(index);
            let mut body = module.body(&name, &norm.when);
            for (number, unless) in norm.unless.iter().enumerate() {
                let exception = format!("except_{number}_{name}");
                module.rule(&exception, unless);
                body.push(format!("not {exception}"));
            }
            let body = body.join("; ");
            let _ = writeln!(module.text, "applies contains \"{name}\" if {{ {body} }}");
        }
        Self(module.text)
    }

    fn interpreter(&self) -> Result<Interpreter, String> {
        let mut engine = Interpreter::new();
        let added = engine.add_policy("norms.rego".to_owned(), self.0.clone());
        added.map_err(|error| error.to_string())?;
        Ok(engine)
    }
}

impl Source for RegoSource {
    type Loaded = Interpreter;

    fn load(&self) -> Result<Interpreter, String> {
        let mut engine = self.interpreter()?;
        // Scheduling and analysis happen at the first evaluation unless they are asked for.
        let compiled = engine.compile_with_entrypoint(&RULE.into());
        compiled.map_err(|error| error.to_string())?;
        Ok(engine)
    }
}

/// The same module for the virtual machine.
#[derive(Debug)]
pub struct RegoProgram(pub RegoSource);

impl Source for RegoProgram {
    type Loaded = RegoVM;

    fn load(&self) -> Result<RegoVM, String> {
        let mut engine = self.0.interpreter()?;
        let policy = engine
            .compile_with_entrypoint(&RULE.into())
            .map_err(|error| error.to_string())?;
        let program =
            Compiler::compile_from_policy(&policy, &[RULE]).map_err(|error| error.to_string())?;
        let mut machine = RegoVM::new();
        // The default limit is meant for policies of strangers.
        machine.set_max_instructions(usize::MAX);
        machine.load_program(program);
        Ok(machine)
    }
}

/// The interpreter with its inputs.
#[derive(Debug)]
pub struct RegoInterpreter {
    engine: Interpreter,
    inputs: Vec<RegoValue>,
}

impl RegoInterpreter {
    /// Loads a norm set and prepares an input for each situation.
    pub fn new(set: &NormSet, situations: &[Situation]) -> Result<Self, String> {
        Ok(Self {
            engine: RegoSource::new(set).load()?,
            inputs: inputs(situations),
        })
    }

    fn answer(&mut self, situation: usize) -> Result<RegoValue, String> {
        let input = self.inputs.get(situation).ok_or("no such situation")?;
        self.engine.set_input(input.clone());
        self.engine
            .eval_rule(RULE.to_owned())
            .map_err(|error| error.to_string())
    }
}

impl Engine for RegoInterpreter {
    fn name(&self) -> &'static str {
        "regorus, interpreter"
    }

    fn decide(&mut self, situation: usize) {
        let _ = black_box(self.answer(situation));
    }

    fn applying(&mut self, situation: usize) -> Result<BTreeSet<usize>, String> {
        positions(&self.answer(situation)?)
    }
}

/// The virtual machine with its inputs.
pub struct RegoMachine {
    machine: RegoVM,
    inputs: Vec<RegoValue>,
}

impl RegoMachine {
    /// Loads a norm set and prepares an input for each situation.
    pub fn new(set: &NormSet, situations: &[Situation]) -> Result<Self, String> {
        Ok(Self {
            machine: RegoProgram(RegoSource::new(set)).load()?,
            inputs: inputs(situations),
        })
    }

    fn answer(&mut self, situation: usize) -> Result<RegoValue, String> {
        let input = self.inputs.get(situation).ok_or("no such situation")?;
        self.machine.set_input(input.clone());
        self.machine.execute().map_err(|error| error.to_string())
    }
}

impl Engine for RegoMachine {
    fn name(&self) -> &'static str {
        "regorus, virtual machine"
    }

    fn decide(&mut self, situation: usize) {
        let _ = black_box(self.answer(situation));
    }

    fn applying(&mut self, situation: usize) -> Result<BTreeSet<usize>, String> {
        positions(&self.answer(situation)?)
    }
}

fn inputs(situations: &[Situation]) -> Vec<RegoValue> {
    let json = situations.iter().map(names::json);
    json.map(RegoValue::from).collect()
}

fn positions(answer: &RegoValue) -> Result<BTreeSet<usize>, String> {
    let set = answer.as_set().map_err(|error| error.to_string())?;
    let names = set.iter().map(|name| match name {
        RegoValue::String(name) => position(name),
        _ => Err("an answer that is not the name of a norm".to_owned()),
    });
    names.collect()
}

/// A module that grows; what needs a rule of its own gets one.
struct Module<'s> {
    set: &'s NormSet,
    text: String,
}

impl<'s> Module<'s> {
    fn new(set: &'s NormSet) -> Self {
        Self {
            set,
            text: "package norms\n\nimport rego.v1\n\n".to_owned(),
        }
    }

    fn rule(&mut self, name: &str, formula: &Formula) {
        let bodies = match formula {
            Formula::Any(parts) => parts.as_slice(),
            other => std::slice::from_ref(other),
        };
        for (number, part) in bodies.iter().enumerate() {
            let body = self.body(&format!("{name}_{number}"), part).join("; ");
            let _ = writeln!(self.text, "{name} if {{ {body} }}");
        }
        if bodies.is_empty() {
            let _ = writeln!(self.text, "{name} if {{ false }}");
        }
    }

    fn body(&mut self, name: &str, formula: &Formula) -> Vec<String> {
        match formula {
            Formula::Fact(fact, test) => vec![self.atom(*fact, test)],
            Formula::Derived(derived) => vec![names::derived(*derived)],
            Formula::All(parts) if parts.is_empty() => vec!["true".to_owned()],
            Formula::All(parts) => {
                let numbered = parts.iter().enumerate();
                numbered
                    .flat_map(|(number, part)| self.body(&format!("{name}_{number}"), part))
                    .collect()
            }
            Formula::Any(_) => {
                let rule = format!("any_{name}");
                self.rule(&rule, formula);
                vec![rule]
            }
        }
    }

    fn atom(&self, fact: usize, test: &Test) -> String {
        let name = format!("input.{}", names::fact(fact));
        match test {
            Test::Yes => name,
            Test::No => format!("not {name}"),
            Test::In(values) => match values.as_slice() {
                [only] => format!("{name} == \"{}\"", names::value(*only)),
                _ => format!("{name} in {{{}}}", names::quoted(values)),
            },
            Test::NotIn(values) => match values.as_slice() {
                [only] => format!("{name} != \"{}\"", names::value(*only)),
                _ => format!("not {name} in {{{}}}", names::quoted(values)),
            },
            Test::Has(value) => format!("\"{}\" in {name}", names::value(*value)),
            Test::HasNot(value) => format!("not \"{}\" in {name}", names::value(*value)),
            Test::Between(low, high) => {
                match names::bounds(self.set.facts.get(fact), *low, *high) {
                    (Some(low), Some(high)) => format!("{name} >= {low}; {name} <= {high}"),
                    (Some(low), None) => format!("{name} >= {low}"),
                    (None, Some(high)) => format!("{name} <= {high}"),
                    (None, None) => "true".to_owned(),
                }
            }
        }
    }
}
