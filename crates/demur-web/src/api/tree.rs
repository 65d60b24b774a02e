//! JSON with the place of every value, so that a problem can point at what is wrong.
//!
//! Stricter than most readers: a name that is given twice is an error, since nobody knows which
//! one was meant, and nesting has an end.

use serde_json::Number;

/// Nothing that is sent here is nested as deeply as this.
const DEEPEST: usize = 64;

/// A value with its place.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Node {
    /// Offset of its first byte.
    pub(crate) start: usize,
    /// Offset of the first byte after it.
    pub(crate) end: usize,
    /// What it is.
    pub(crate) value: Json,
}

/// What a value may be.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Json {
    Null,
    Flag(bool),
    Number(Number),
    Text(String),
    List(Vec<Node>),
    Map(Vec<Entry>),
}

/// A name with its value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry {
    pub(crate) start: usize,
    pub(crate) key: String,
    pub(crate) value: Node,
}

/// Why a text is no JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Something else is needed here.
    Syntax,
    /// It begins and does not end.
    Unfinished,
    /// There is more after the end.
    Trailing,
    /// A number that is too large, or none.
    Number,
    /// Nested too deeply.
    Deep,
    /// A name is given twice.
    Twice,
}

/// A fault with the offset of its place.
pub(crate) type Broken = (Fault, usize);

/// Reads a whole text.
pub(crate) fn parse(text: &str) -> Result<Node, Broken> {
    let mut parser = Parser { text, at: 0 };
    let node = parser.value(0)?;
    parser.space();
    if parser.at < text.len() {
        return Err((Fault::Trailing, parser.at));
    }
    Ok(node)
}

/// A step of a JSON pointer, as RFC 6901 writes it.
pub(crate) fn step(name: &str) -> String {
    format!("/{}", name.replace('~', "~0").replace('/', "~1"))
}

impl Node {
    /// The pointer to the innermost value, or name, at this offset.
    pub(crate) fn pointer_at(&self, offset: usize) -> String {
        let mut pointer = String::new();
        let mut node = self;
        loop {
            let holds = |start: usize, node: &Self| (start..node.end).contains(&offset);
            let (name, inner) = match &node.value {
                Json::Map(entries) => {
                    let mut entries = entries.iter();
                    let Some(entry) = entries.find(|entry| holds(entry.start, &entry.value)) else {
                        return pointer;
                    };
                    (entry.key.clone(), &entry.value)
                }
                Json::List(nodes) => {
                    let mut nodes = nodes.iter().enumerate();
                    let Some((index, inner)) = nodes.find(|(_, node)| holds(node.start, node))
                    else {
                        return pointer;
                    };
                    (index.to_string(), inner)
                }
                Json::Null | Json::Flag(_) | Json::Number(_) | Json::Text(_) => return pointer,
            };
            pointer.push_str(&step(&name));
            node = inner;
        }
    }
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// Nothing further means that the text was cut off.
    fn wrong(&self) -> Broken {
        let fault = if self.at < self.text.len() {
            Fault::Syntax
        } else {
            Fault::Unfinished
        };
        (fault, self.at)
    }

    fn expect(&mut self, byte: u8) -> Result<(), Broken> {
        self.space();
        if self.peek() != Some(byte) {
            return Err(self.wrong());
        }
        self.at += 1;
        Ok(())
    }

    fn value(&mut self, depth: usize) -> Result<Node, Broken> {
        self.space();
        let start = self.at;
        if depth > DEEPEST {
            return Err((Fault::Deep, start));
        }
        let value = match self.peek() {
            Some(b'{') => self.map(depth)?,
            Some(b'[') => self.list(depth)?,
            Some(b'"') => Json::Text(self.string()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            _ => self.word()?,
        };
        Ok(Node {
            start,
            end: self.at,
            value,
        })
    }

    fn map(&mut self, depth: usize) -> Result<Json, Broken> {
        self.at += 1;
        let mut entries: Vec<Entry> = Vec::new();
        let mut names = std::collections::HashSet::new();
        while self.goes_on(b'}', entries.is_empty())? {
            self.space();
            let start = self.at;
            if self.peek() != Some(b'"') {
                return Err(self.wrong());
            }
            let key = self.string()?;
            if !names.insert(key.clone()) {
                return Err((Fault::Twice, start));
            }
            self.expect(b':')?;
            let value = self.value(depth + 1)?;
            entries.push(Entry { start, key, value });
        }
        Ok(Json::Map(entries))
    }

    fn list(&mut self, depth: usize) -> Result<Json, Broken> {
        self.at += 1;
        let mut nodes = Vec::new();
        while self.goes_on(b']', nodes.is_empty())? {
            nodes.push(self.value(depth + 1)?);
        }
        Ok(Json::List(nodes))
    }

    /// Takes the comma before a further member, or the bracket after the last.
    fn goes_on(&mut self, close: u8, first: bool) -> Result<bool, Broken> {
        self.space();
        match self.peek() {
            Some(byte) if byte == close => {
                self.at += 1;
                Ok(false)
            }
            Some(b',') if !first => {
                self.at += 1;
                Ok(true)
            }
            Some(_) if first => Ok(true),
            _ => Err(self.wrong()),
        }
    }

    fn string(&mut self) -> Result<String, Broken> {
        let start = self.at;
        self.at += 1;
        loop {
            match self.peek() {
                None => return Err((Fault::Unfinished, start)),
                Some(b'"') => break,
                Some(b'\\') => self.at += 2,
                Some(_) => self.at += 1,
            }
        }
        self.at += 1;
        let token = self.text.get(start..self.at).unwrap_or_default();
        serde_json::from_str(token).map_err(|_| (Fault::Syntax, start))
    }

    fn number(&mut self) -> Result<Json, Broken> {
        let start = self.at;
        while matches!(
            self.peek(),
            Some(b'-' | b'+' | b'.' | b'e' | b'E' | b'0'..=b'9')
        ) {
            self.at += 1;
        }
        let token = self.text.get(start..self.at).unwrap_or_default();
        let number = serde_json::from_str(token).map_err(|_| (Fault::Number, start))?;
        Ok(Json::Number(number))
    }

    fn word(&mut self) -> Result<Json, Broken> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let words = [
            ("null", Json::Null),
            ("true", Json::Flag(true)),
            ("false", Json::Flag(false)),
        ];
        for (word, value) in words {
            if rest.starts_with(word) {
                self.at += word.len();
                return Ok(value);
            }
        }
        Err(self.wrong())
    }
}

#[cfg(test)]
mod tests {
    use super::{Fault, Json, parse};

    #[test]
    fn it_points_at_what_stands_at_an_offset() {
        let text = r#"{ "a/b": [1, {"x~": "żółw"}], "c": null }"#;
        let root = parse(text).unwrap();
        let at = |part: &str| root.pointer_at(text.find(part).unwrap());
        assert_eq!(at("\"a/b\""), "/a~1b");
        assert_eq!(at("1,"), "/a~1b/0");
        assert_eq!(at("\"x~\""), "/a~1b/1/x~0");
        assert_eq!(at("żółw"), "/a~1b/1/x~0");
        assert_eq!(at("null"), "/c");
        assert_eq!(root.pointer_at(0), "");
        assert_eq!(root.pointer_at(text.len() + 5), "");
    }

    #[test]
    fn what_is_no_json_is_refused_with_its_place() {
        let deep = "[".repeat(100_000);
        let cases = [
            ("", Fault::Unfinished, 0),
            ("{\"a\": 1", Fault::Unfinished, 7),
            ("\"abc", Fault::Unfinished, 0),
            ("\"\\", Fault::Unfinished, 0),
            ("{} {}", Fault::Trailing, 3),
            ("{\"a\":1,\"a\":2}", Fault::Twice, 7),
            ("[1e999]", Fault::Number, 1),
            ("[01]", Fault::Number, 1),
            ("[1,]", Fault::Syntax, 3),
            ("[,1]", Fault::Syntax, 1),
            ("{\"a\"}", Fault::Syntax, 4),
            ("{a:1}", Fault::Syntax, 1),
            ("nul", Fault::Syntax, 0),
            ("\"\u{1}\"", Fault::Syntax, 0),
            ("\"\\ud800\"", Fault::Syntax, 0),
            (&deep, Fault::Deep, 65),
        ];
        for (text, fault, at) in cases {
            assert_eq!(parse(text), Err((fault, at)), "{text:.30}");
        }
    }

    #[test]
    fn it_reads_what_others_read() {
        for text in [
            r#"{"a":[1,-2.5e3,true,false,null,"\u00e9\n"],"b":{}}"#,
            "[]",
            " 7 ",
            "\"\"",
        ] {
            assert_eq!(
                plain(&parse(text).unwrap().value),
                serde_json::from_str::<serde_json::Value>(text).unwrap()
            );
        }
    }

    fn plain(json: &Json) -> serde_json::Value {
        match json {
            Json::Null => serde_json::Value::Null,
            Json::Flag(yes) => (*yes).into(),
            Json::Number(number) => number.clone().into(),
            Json::Text(text) => text.clone().into(),
            Json::List(nodes) => nodes.iter().map(|node| plain(&node.value)).collect(),
            Json::Map(entries) => entries
                .iter()
                .map(|each| (each.key.clone(), plain(&each.value.value)))
                .collect(),
        }
    }
}
