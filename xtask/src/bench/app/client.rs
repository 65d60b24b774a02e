//! A browser as far as measuring needs one: cookies, one connection, answers as they travel.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use super::server::Server;

pub(super) struct Client {
    host: String,
    stream: BufReader<TcpStream>,
    cookies: Vec<(String, String)>,
}

/// What came back.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) location: Option<String>,
    pub(super) body: Vec<u8>,
    /// Head and body as they travelled.
    pub(super) bytes: usize,
}

impl Client {
    pub(super) fn of(server: &Server) -> Result<Self, String> {
        let stream = TcpStream::connect(&server.host).map_err(|error| error.to_string())?;
        let patience = stream.set_read_timeout(Some(Duration::from_secs(30)));
        patience
            .and_then(|()| stream.set_nodelay(true))
            .map_err(|error| error.to_string())?;
        Ok(Self {
            host: server.host.clone(),
            stream: BufReader::new(stream),
            cookies: Vec::new(),
        })
    }

    /// As a browser asks, compressed.
    pub(super) fn get(&mut self, path: &str) -> Result<Answer, String> {
        self.send("GET", path, "gzip", "")
            .map_err(|error| format!("{path}: {error}"))
    }

    /// To be read.
    pub(super) fn read(&mut self, path: &str) -> Result<Answer, String> {
        self.send("GET", path, "identity", "")
            .map_err(|error| format!("{path}: {error}"))
    }

    pub(super) fn post(&mut self, path: &str, body: &str) -> Result<Answer, String> {
        self.send("POST", path, "identity", body)
            .map_err(|error| format!("{path}: {error}"))
    }

    fn send(&mut self, how: &str, path: &str, coding: &str, body: &str) -> std::io::Result<Answer> {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let (host, cookies, length) = (&self.host, cookies.join("; "), body.len());
        let request = format!(
            "{how} {path} HTTP/1.1\r\nhost: {host}\r\naccept-encoding: {coding}\r\ncookie: {cookies}\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {length}\r\n\r\n{body}"
        );
        self.stream.get_mut().write_all(request.as_bytes())?;
        self.answer()
    }

    fn answer(&mut self) -> std::io::Result<Answer> {
        let mut answer = Answer {
            status: 0,
            location: None,
            body: Vec::new(),
            bytes: 0,
        };
        let (mut length, mut chunked) = (0, false);
        loop {
            let line = self.line(&mut answer)?;
            if line.is_empty() {
                break;
            }
            if let Some(status) = line.strip_prefix("HTTP/1.1 ") {
                answer.status = status
                    .split(' ')
                    .next()
                    .and_then(|text| text.parse().ok())
                    .unwrap_or(0);
            }
            let Some((name, value)) = line.split_once(": ") else {
                continue;
            };
            match name {
                "content-length" => length = value.parse().unwrap_or(0),
                "transfer-encoding" => chunked = value == "chunked",
                "location" => answer.location = Some(value.to_owned()),
                "set-cookie" => self.keep(value),
                _ => {}
            }
        }
        if !chunked {
            self.take(length, &mut answer)?;
            return Ok(answer);
        }
        loop {
            let line = self.line(&mut answer)?;
            let length = usize::from_str_radix(&line, 16).unwrap_or(0);
            self.take(length, &mut answer)?;
            self.line(&mut answer)?;
            if length == 0 {
                return Ok(answer);
            }
        }
    }

    fn line(&mut self, answer: &mut Answer) -> std::io::Result<String> {
        let mut line = String::new();
        answer.bytes += self.stream.read_line(&mut line)?;
        Ok(line.trim_end().to_owned())
    }

    fn take(&mut self, length: usize, answer: &mut Answer) -> std::io::Result<()> {
        let start = answer.body.len();
        answer.body.resize(start + length, 0);
        answer.bytes += length;
        match answer.body.get_mut(start..) {
            Some(rest) => self.stream.read_exact(rest),
            None => Ok(()),
        }
    }

    fn keep(&mut self, cookie: &str) {
        let pair = cookie
            .split(';')
            .next()
            .and_then(|pair| pair.split_once('='));
        if let Some((name, value)) = pair {
            self.cookies.retain(|(known, _)| known != name);
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
    }
}
