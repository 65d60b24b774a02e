//! Engines at work: a few threads, each with an engine of its own over the same law.
//!
//! An engine remembers what it met, so it is kept. When the house policy changes, also by another
//! process, the law is compiled again before the next question is taken.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant};

use demur_app::engine::Engine;
use demur_app::lawbook::PackFile;
use demur_app::library::{self, Library, LoadError};
use demur_app::store::{DocumentKind, House};
use tokio::sync::oneshot;

use crate::fault::Fault;

/// So many questions are thought about at once.
const ENGINES: usize = 2;
/// Another process may have changed the policy; this is how long nobody notices.
const LOOK_AGAIN: Duration = Duration::from_secs(2);

type Job = Box<dyn FnOnce(&mut Engine<'_>, &Library) + Send>;

/// Where law and policy come from.
pub(crate) struct Law {
    law: Option<PathBuf>,
    policy: Option<PathBuf>,
    house: House,
}

impl Law {
    pub(crate) fn new(law: Option<PathBuf>, policy: Option<PathBuf>, house: House) -> Self {
        Self { law, policy, house }
    }

    /// The library with this text of the house policy beside the policy of the folder.
    pub(crate) fn compile(&self, written: Vec<PackFile>) -> Result<Library, LoadError> {
        let law = match &self.law {
            Some(folder) => library::read_folder(folder)?,
            None => library::built_in(),
        };
        let mut policy = match &self.policy {
            Some(folder) => library::read_folder(folder)?,
            None => Vec::new(),
        };
        policy.extend(written);
        library::compile(law, policy)
    }

    fn written(&self) -> Vec<PackFile> {
        let documents = self
            .house
            .documents(DocumentKind::Policy)
            .unwrap_or_default();
        let files = documents.into_iter().map(|document| PackFile {
            path: format!("policy/{}", document.name),
            text: document.text,
        });
        files.collect()
    }
}

struct Shared {
    law: Law,
    library: RwLock<Arc<Library>>,
    looked: Mutex<(Instant, i64)>,
    waiting: AtomicUsize,
}

/// Handle of the engines.
pub(crate) struct Desk {
    shared: Arc<Shared>,
    queue: Sender<(Arc<Library>, Job)>,
}

impl Desk {
    /// Compiles the law and starts the threads. A house policy that does not compile is left out,
    /// so that the firm can still mend it.
    pub(crate) fn start(law: Law) -> Result<Self, LoadError> {
        let revision = law.house.revision(DocumentKind::Policy).unwrap_or(0);
        let library = law
            .compile(law.written())
            .or_else(|_| law.compile(Vec::new()))?;
        let shared = Arc::new(Shared {
            law,
            library: RwLock::new(Arc::new(library)),
            looked: Mutex::new((Instant::now(), revision)),
            waiting: AtomicUsize::new(0),
        });
        let (queue, inbox) = channel();
        let inbox = Arc::new(Mutex::new(inbox));
        for number in 0..ENGINES {
            let inbox = Arc::clone(&inbox);
            let thread = std::thread::Builder::new().name(format!("demur-engine-{number}"));
            // Without a thread the queue is closed, and every question is told so.
            let _started = thread.spawn(move || work(&inbox));
        }
        Ok(Self { shared, queue })
    }

    /// The law as it is now.
    pub(crate) fn library(&self) -> Arc<Library> {
        let library = self.shared.library.read();
        Arc::clone(&library.unwrap_or_else(PoisonError::into_inner))
    }

    pub(crate) fn law(&self) -> &Law {
        &self.shared.law
    }

    /// Takes over what is written as house policy, when it has changed. Blocks.
    pub(crate) fn refresh(&self, at_once: bool) {
        let shared = &self.shared;
        let mut looked = shared.looked.lock().unwrap_or_else(PoisonError::into_inner);
        if !at_once && looked.0.elapsed() < LOOK_AGAIN {
            return;
        }
        looked.0 = Instant::now();
        let Ok(revision) = shared.law.house.revision(DocumentKind::Policy) else {
            return;
        };
        if revision == looked.1 {
            return;
        }
        // A policy is compiled before it is saved; one that fails after all changes nothing.
        if let Ok(library) = shared.law.compile(shared.law.written()) {
            looked.1 = revision;
            let mut current = shared
                .library
                .write()
                .unwrap_or_else(PoisonError::into_inner);
            *current = Arc::new(library);
        }
    }

    /// How many questions no engine has taken yet.
    pub(crate) fn waiting(&self) -> usize {
        self.shared.waiting.load(Ordering::Relaxed)
    }

    /// Asks an engine.
    pub(crate) async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&mut Engine<'_>, &Library) -> T + Send + 'static,
    ) -> Result<T, Fault> {
        let (promise, answer) = oneshot::channel();
        let shared = Arc::clone(&self.shared);
        shared.waiting.fetch_add(1, Ordering::Relaxed);
        let job: Job = Box::new(move |engine, library| {
            shared.waiting.fetch_sub(1, Ordering::Relaxed);
            let _nobody_waits = promise.send(question(engine, library));
        });
        let sent = self.queue.send((self.library(), job));
        sent.map_err(|_| Fault::Broken("no engine"))?;
        answer.await.map_err(|_| Fault::Broken("an engine stopped"))
    }
}

fn work(inbox: &Mutex<Receiver<(Arc<Library>, Job)>>) {
    let next = || inbox.lock().unwrap_or_else(PoisonError::into_inner).recv();
    let Ok(mut first) = next() else { return };
    loop {
        let library = Arc::clone(&first.0);
        let mut engine = Engine::new(&library.lawbook);
        let mut job = first.1;
        first = loop {
            // A fault of the program must not take the engine away from everybody else.
            if catch_unwind(AssertUnwindSafe(|| job(&mut engine, &library))).is_err() {
                engine = Engine::new(&library.lawbook);
            }
            let Ok(following) = next() else { return };
            if !Arc::ptr_eq(&following.0, &library) {
                break following;
            }
            job = following.1;
        };
    }
}
