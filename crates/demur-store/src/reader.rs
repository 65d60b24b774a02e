//! A few threads that read, each with a connection of its own. They never wait for the writer.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use crate::database::{Connection, Location};
use crate::error::{Result, StoreError};
use crate::pending::{Pending, pending};
use crate::why::Why;

/// Tells whether it was answered; the last time it has to be.
type Question = Box<dyn FnMut(Result<&mut Connection>, bool) -> bool + Send>;

/// Handle of the reading threads.
pub(crate) struct Readers {
    queue: Option<Sender<Question>>,
    threads: Vec<JoinHandle<()>>,
}

impl Readers {
    pub(crate) fn start(location: &Location, count: usize) -> Result<Self> {
        let (queue, inbox) = channel();
        let inbox = Arc::new(Mutex::new(inbox));
        let threads = (0..count).map(|_| {
            let inbox = Arc::clone(&inbox);
            let location = location.clone();
            std::thread::Builder::new()
                .name("demur-reader".to_owned())
                .spawn(move || work(&inbox, &location))
                .map_err(|error| StoreError::Database {
                    why: Why::technical(format_args!("no thread for reading: {error}")),
                })
        });
        Ok(Self {
            threads: threads.collect::<Result<_>>()?,
            queue: Some(queue),
        })
    }

    /// Asks inside a transaction that sees one moment of the record.
    pub(crate) fn ask<T: Send + 'static>(
        &self,
        mut question: impl FnMut(&mut Connection) -> Result<T> + Send + 'static,
    ) -> Pending<T> {
        let (promise, answer) = pending();
        let mut promise = Some(promise);
        let question: Question = Box::new(move |database, last| {
            let outcome = database.and_then(|database| in_one_moment(database, &mut question));
            if !last && outcome.as_ref().err() == Some(&StoreError::ConnectionLost) {
                return false;
            }
            if let Some(promise) = promise.take() {
                promise.keep(outcome);
            }
            true
        });
        if let Some(queue) = &self.queue {
            let _closed = queue.send(question);
        }
        answer
    }
}

fn in_one_moment<T>(
    database: &mut Connection,
    question: &mut impl FnMut(&mut Connection) -> Result<T>,
) -> Result<T> {
    database.begin_reading()?;
    let answer = question(database);
    database.rollback();
    answer
}

impl Drop for Readers {
    fn drop(&mut self) {
        self.queue = None;
        for thread in self.threads.drain(..) {
            let _panicked = thread.join();
        }
    }
}

fn work(inbox: &Mutex<Receiver<Question>>, location: &Location) {
    let mut connection: Option<Connection> = None;
    loop {
        let next = inbox.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(mut question) = next else { return };
        for last in [false, true] {
            let opened = connection
                .take()
                .map_or_else(|| Connection::open(location), Ok);
            let answered = match opened {
                Ok(opened) => question(Ok(connection.insert(opened)), last),
                Err(error) => question(Err(error), last),
            };
            if answered {
                break;
            }
            connection = None;
        }
    }
}
