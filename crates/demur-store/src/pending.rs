//! An answer that is on its way: to wait for on a thread, or to await in any executor.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};

use crate::error::{Result, StoreError};

/// The answer to a request; it comes only when the write is on disk.
///
/// Dropping it does not take the request back.
#[must_use = "the answer tells whether anything was written"]
#[derive(Debug)]
pub struct Pending<T>(Arc<Slot<T>>);

#[derive(Debug)]
struct Slot<T> {
    state: Mutex<State<T>>,
    answered: Condvar,
}

#[derive(Debug)]
struct State<T> {
    answer: Option<Result<T>>,
    waker: Option<Waker>,
}

/// The other end: whoever answers. Dropped without an answer it says that the store was closed.
#[derive(Debug)]
pub(crate) struct Promise<T>(Option<Arc<Slot<T>>>);

pub(crate) fn pending<T>() -> (Promise<T>, Pending<T>) {
    let slot = Arc::new(Slot {
        state: Mutex::new(State {
            answer: None,
            waker: None,
        }),
        answered: Condvar::new(),
    });
    (Promise(Some(Arc::clone(&slot))), Pending(slot))
}

impl<T> Slot<T> {
    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn answer(&self, answer: Result<T>) {
        let mut state = self.lock();
        state.answer = Some(answer);
        let waker = state.waker.take();
        drop(state);
        self.answered.notify_all();
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}

impl<T> Pending<T> {
    pub(crate) fn ready(answer: Result<T>) -> Self {
        let (promise, pending) = pending();
        promise.keep(answer);
        pending
    }

    /// Blocks the thread until the answer is there.
    ///
    /// # Errors
    /// Whatever kept the store from doing what was asked.
    pub fn wait(self) -> Result<T> {
        let mut state = self.0.lock();
        loop {
            if let Some(answer) = state.answer.take() {
                return answer;
            }
            state = self
                .0
                .answered
                .wait(state)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }
}

impl<T> Future for Pending<T> {
    type Output = Result<T>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let mut state = self.0.lock();
        match state.answer.take() {
            Some(answer) => Poll::Ready(answer),
            None => {
                state.waker = Some(context.waker().clone());
                Poll::Pending
            }
        }
    }
}

impl<T> Promise<T> {
    pub(crate) fn keep(mut self, answer: Result<T>) {
        if let Some(slot) = self.0.take() {
            slot.answer(answer);
        }
    }
}

impl<T> Drop for Promise<T> {
    fn drop(&mut self) {
        if let Some(slot) = self.0.take() {
            slot.answer(Err(StoreError::Closed));
        }
    }
}
