//! The one thread that writes. Requests that wait while it flushes go into the next flush together.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use crate::batch::Batch;
use crate::clock::{Clock, Moment};
use crate::database::{Connection, Location};
use crate::error::{Result, StoreError};
use crate::keys::{KeyStore, Secrets};
use crate::pending::{Pending, Promise, pending};
use crate::schema;
use crate::why::Why;

/// The most requests in one transaction.
const MOST: usize = 512;

/// What is erased from these tables shall not stay on the disk.
pub(crate) const SCRUBBED: &[&str] = &[
    "demur_sealed",
    "demur_lookup",
    "demur_request",
    "demur_case",
    "demur_event",
    "demur_hold",
];

/// One request; it may be run again when the database failed under it.
pub(crate) trait Job: Send {
    /// Idempotency key and case file that it will look at.
    fn looks_at(&self) -> (Option<&str>, Option<&str>);
    fn attempt(&mut self, batch: &mut Batch<'_>) -> Result<()>;
    fn conclude(self: Box<Self>, outcome: Result<()>);
}

/// A request with the one who waits for its answer.
struct Task<T, F> {
    request: Option<String>,
    case: Option<String>,
    run: F,
    value: Option<T>,
    promise: Promise<T>,
}

impl<T, F> Job for Task<T, F>
where
    T: Send,
    F: FnMut(&mut Batch<'_>) -> Result<T> + Send,
{
    fn looks_at(&self) -> (Option<&str>, Option<&str>) {
        (self.request.as_deref(), self.case.as_deref())
    }

    fn attempt(&mut self, batch: &mut Batch<'_>) -> Result<()> {
        self.value = Some((self.run)(batch)?);
        Ok(())
    }

    fn conclude(self: Box<Self>, outcome: Result<()>) {
        let value = self.value;
        self.promise
            .keep(outcome.and_then(|()| value.ok_or(StoreError::Closed)));
    }
}

enum Message {
    Job(Box<dyn Job>),
    /// Take deleted bytes off the disk and say when that is done.
    Scrub(Promise<()>),
    Stop,
}

/// Handle of the writing thread; the thread ends with it, after everything that was asked before.
pub(crate) struct Writer {
    queue: Sender<Message>,
    thread: Option<JoinHandle<()>>,
}

struct Worker {
    location: Location,
    database: Connection,
    keys: KeyStore,
    secrets: Secrets,
    clock: Arc<dyn Clock>,
}

impl Writer {
    pub(crate) fn start(
        location: Location,
        database: Connection,
        keys: KeyStore,
        secrets: Secrets,
        clock: Arc<dyn Clock>,
    ) -> Result<Self> {
        let (queue, inbox) = channel();
        let mut worker = Worker {
            location,
            database,
            keys,
            secrets,
            clock,
        };
        let thread = std::thread::Builder::new()
            .name("demur-record".to_owned())
            .spawn(move || worker.work(&inbox))
            .map_err(|error| StoreError::Database {
                why: Why::technical(format_args!("no thread for writing: {error}")),
            })?;
        Ok(Self {
            queue,
            thread: Some(thread),
        })
    }

    pub(crate) fn submit<T: Send + 'static>(
        &self,
        request: Option<String>,
        case: Option<String>,
        run: impl FnMut(&mut Batch<'_>) -> Result<T> + Send + 'static,
    ) -> Pending<T> {
        let (promise, answer) = pending();
        let task = Task {
            request,
            case,
            run,
            value: None,
            promise,
        };
        // A message that nobody takes is dropped, and its promise says that the store is closed.
        let _closed = self.queue.send(Message::Job(Box::new(task)));
        answer
    }

    pub(crate) fn scrub(&self) -> Pending<()> {
        let (promise, answer) = pending();
        let _closed = self.queue.send(Message::Scrub(promise));
        answer
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        let _closed = self.queue.send(Message::Stop);
        if let Some(thread) = self.thread.take() {
            let _panicked = thread.join();
        }
    }
}

/// How requests are tried.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Try {
    First,
    Alone,
}

impl Worker {
    fn work(&mut self, inbox: &Receiver<Message>) {
        while let Ok(first) = inbox.recv() {
            let mut jobs = Vec::new();
            let mut scrubs = Vec::new();
            let mut stop = false;
            let mut next = Some(first);
            while let Some(message) = next.take() {
                match message {
                    Message::Job(job) => jobs.push(job),
                    Message::Scrub(promise) => scrubs.push(promise),
                    Message::Stop => stop = true,
                }
                if jobs.len() < MOST && !stop {
                    next = inbox.try_recv().ok();
                }
            }
            self.write(jobs, Try::First);
            for promise in scrubs {
                promise.keep(self.scrub());
            }
            if stop {
                // Keys that are left over open nothing, so keeping them harms nobody either.
                let _kept = self.keys.retire();
                return;
            }
        }
    }

    fn write(&mut self, mut jobs: Vec<Box<dyn Job>>, attempt: Try) {
        if jobs.is_empty() {
            return;
        }
        match self.transact(&mut jobs) {
            Ok(outcomes) => {
                for (job, outcome) in jobs.into_iter().zip(outcomes) {
                    job.conclude(outcome);
                }
            }
            // One of many may be at fault, so each is tried by itself. A single one is tried again
            // too: it may have drawn a number that is taken.
            Err(StoreError::Database { .. }) if attempt == Try::First => {
                for job in jobs {
                    self.write(vec![job], Try::Alone);
                }
            }
            Err(error) => {
                for job in jobs {
                    job.conclude(Err(error.clone()));
                }
            }
        }
    }

    /// A lost connection leaves open whether the commit arrived. Running the requests again is safe:
    /// what arrived is found by its idempotency key.
    fn transact(&mut self, jobs: &mut [Box<dyn Job>]) -> Result<Vec<Result<()>>> {
        match self.attempt(jobs) {
            Err(StoreError::ConnectionLost) => {
                self.database = Connection::open(&self.location)?;
                self.attempt(jobs)
            }
            other => other,
        }
    }

    fn attempt(&mut self, jobs: &mut [Box<dyn Job>]) -> Result<Vec<Result<()>>> {
        let outcome = self.run(jobs);
        match outcome {
            Ok((outcomes, erased)) => {
                if erased {
                    // The rows are gone; their bytes go as soon as no reader needs them.
                    let _later = self.database.scrub(&[]);
                }
                Ok(outcomes)
            }
            Err(error) => {
                self.keys.discard();
                self.database.rollback();
                Err(error)
            }
        }
    }

    fn run(&mut self, jobs: &mut [Box<dyn Job>]) -> Result<(Vec<Result<()>>, bool)> {
        let now = Moment::of(&*self.clock);
        let mut batch = Batch::begin(&mut self.database, &mut self.keys, &self.secrets, now)?;
        let mut requests = Vec::new();
        let mut cases = Vec::new();
        for job in jobs.iter() {
            let (request, case) = job.looks_at();
            requests.extend(request.map(str::to_owned));
            cases.extend(case.map(str::to_owned));
        }
        batch.prefetch(&requests, &cases)?;
        let mut outcomes = Vec::new();
        for job in jobs {
            let mark = batch.mark();
            let outcome = job.attempt(&mut batch);
            match outcome {
                Err(error) if error.is_fault() => return Err(error),
                Err(_) => batch.back_to(mark),
                Ok(()) => {}
            }
            outcomes.push(outcome);
        }
        Ok((outcomes, batch.commit()?))
    }

    /// Remembers up to which erasure the disk was swept, so that a sweep that could not be done is
    /// done the next day.
    fn scrub(&mut self) -> Result<()> {
        let last = self.keys.last_tombstone()?;
        self.keys.scrub()?;
        self.database.scrub(SCRUBBED)?;
        self.database
            .transaction(|database| schema::set_meta(database, "scrubbed", &last.to_string()))
    }
}
